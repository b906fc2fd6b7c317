// What ends the web build: written files that would start a page twice, or read something before it is there.
import type { Plugin } from 'vite'

/** As much of a written file as tells what is in it and what it fetches. */
interface Written {
  readonly type: string
  readonly moduleIds?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

/** Ends the build when one entry could ever fetch the file in which the other begins: the page would be there twice. */
export function entriesApart(starts: readonly string[]): Plugin {
  return {
    name: 'entries-apart',
    generateBundle(_options, bundle) {
      const files: Readonly<Record<string, Written>> = bundle
      for (const start of starts) {
        for (const other of starts.filter((each) => each !== start)) {
          if (isReached(start, other, files)) this.error(`${start} reaches ${other} by a shared file: scriptGroups in scripts/web-build.ts`)
        }
      }
    },
  }
}

/** Whether the file that holds one module fetches, at once or later, the file that holds another. */
export function isReached(start: string, other: string, files: Readonly<Record<string, Written>>): boolean {
  const holds = (name: string, id: string) => files[name]?.moduleIds?.includes(id) === true
  const reached = new Set<string>()
  const left = Object.keys(files).filter((name) => holds(name, start))
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    left.push(...(files[name]?.imports ?? []), ...(files[name]?.dynamicImports ?? []))
  }
  return [...reached].some((name) => holds(name, other))
}

/** Ends the build when written files need each other at once: a shape of one would be read before the other has made it, in some pages and not in others. */
export function filesInOrder(): Plugin {
  return {
    name: 'files-in-order',
    generateBundle(_options, bundle) {
      const circle = circleIn(bundle)
      if (circle !== undefined)
        this.error(`files import each other in a circle, ${circle.join(' → ')}: scriptGroups in scripts/web-build.ts`)
    },
  }
}

/** Names of files that import each other at once, the first again at the end; undefined when there are none. */
export function circleIn(files: Readonly<Record<string, Written>>): readonly string[] | undefined {
  const done = new Set<string>()
  const follow = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return undefined
    for (const next of files[name]?.imports ?? []) {
      const circle = follow(next, [...path, name])
      if (circle !== undefined) return circle
    }
    done.add(name)
    return undefined
  }
  for (const name of Object.keys(files)) {
    const circle = follow(name, [])
    if (circle !== undefined) return circle
  }
  return undefined
}
