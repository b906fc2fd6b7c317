// Says on the terminal how far a long work has got: one line that changes, or, where nobody watches, the finished steps alone.

export interface Progress {
  /** How far it is; shown at most ten times a second, and only to somebody who watches. */
  show(text: string): void
  /** A step is finished. */
  step(text: string): void
}

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export function createProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  let shownAt = 0
  // The escape sequence clears the line.
  const line = (text: string) => (terminal.isTTY === true ? `\r\x1b[K${text}` : text)
  return {
    show: (text) => {
      if (terminal.isTTY !== true || now() - shownAt < 100) return
      shownAt = now()
      terminal.write(line(text))
    },
    step: (text) => void terminal.write(`${line(text)}\n`),
  }
}
