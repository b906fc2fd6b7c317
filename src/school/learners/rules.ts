// Rules on learners' names: how they are shown, and how a pasted list becomes one name per child.

export interface LearnerName {
  readonly givenName: string
  readonly familyInitial: string | null
}

/** As every screen shows a learner. @example shownName({ givenName: 'Callum', familyInitial: 'B' }) // 'Callum B' */
export function shownName({ givenName, familyInitial }: LearnerName): string {
  return familyInitial === null ? givenName : `${givenName} ${familyInitial}`
}

export interface PastedName extends LearnerName {
  /** The same given name and initial stands earlier in the list. */
  readonly isDuplicate: boolean
}

/**
 * Reads a pasted list of names and keeps the given name and the family name's initial, nothing else.
 * One child per line, or one line divided by commas or semicolons. A line may be `Callum Brown`, `Aaliyah R.`, `Brown, Callum`, `BROWN Callum`,
 * or cells divided by tabs (given name first, unless a heading says otherwise). Numbers, bullets and headings are passed over.
 * @example namesFromPaste('Brown, Callum\nRahman, Aaliyah')[0] // { givenName: 'Callum', familyInitial: 'B', isDuplicate: false }
 */
export function namesFromPaste(text: string): PastedName[] {
  const lines = text
    .normalize('NFC')
    .split(/[\r\n;]+/)
    .map(stripped)
    .filter((line) => line !== '')
  const heading = lines[0] !== undefined && isHeading(lines[0]) ? lines.shift() : undefined
  const isFamilyFirst = heading !== undefined && /^\P{L}*(surname|family|last)/iu.test(heading)
  const parts =
    lines.length === 1 || lines.some((line) => line.split(',').length > 2) ? lines.flatMap((line) => line.split(',').map(stripped)) : lines
  const names = parts.flatMap((part) => nameOf(part, isFamilyFirst) ?? [])
  const seen = new Set<string>()
  return names.map((name) => {
    const key = shownName(name).toLocaleLowerCase('en-GB')
    const isDuplicate = seen.has(key)
    seen.add(key)
    return { ...name, isDuplicate }
  })
}

/** Without list numbers, bullets and quotation marks around it. */
function stripped(line: string): string {
  return line.replace(/^[\s\d.)\]•*"“”–—-]+/u, '').replace(/[\s"“”,]+$/u, '')
}

function isHeading(line: string): boolean {
  return /^(name|names|pupil|pupils|learner|learners|child|children|forename|surname|given name|first name|family name|last name|pupil name)s?([\s,/\t]|$)/i.test(
    line,
  )
}

function nameOf(line: string, isFamilyFirst: boolean): LearnerName | undefined {
  const [first = '', second = ''] = line
    .split(/\t|,/)
    .map((cell) => lettersOf(cell))
    .filter((cell) => cell !== '')
  if (first === '') return undefined
  const isTurned = line.includes(',') || (isFamilyFirst && line.includes('\t'))
  if (second !== '') return isTurned ? named(firstWord(second), first) : named(firstWord(first), second)
  const words = first.split(' ')
  if (words.length === 1) return named(first, '')
  return isShouted(words[0]) && !isShouted(words.at(-1))
    ? named(firstWord(words.filter((word) => !isShouted(word)).join(' ')), words[0] ?? '')
    : named(words[0] ?? '', words.at(-1) ?? '')
}

/** Letters, hyphens and apostrophes, single spaces between words. */
function lettersOf(cell: string): string {
  return cell
    .replace(/[^\p{L}\p{M}'’\- ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function named(given: string, family: string): LearnerName {
  const initial = family.match(/\p{L}\p{M}?/u)?.[0]?.toLocaleUpperCase('en-GB')
  return {
    givenName: capitalised(given).slice(0, 40),
    familyInitial: initial !== undefined && /^\p{Lu}\p{M}?$/u.test(initial) ? initial : null,
  }
}

function firstWord(words: string): string {
  return words.split(' ')[0] ?? words
}

function isShouted(word: string | undefined): boolean {
  return word !== undefined && word.length > 1 && word === word.toLocaleUpperCase('en-GB')
}

/** A name typed all in capitals or all in small letters gets one capital per part; any other is left as it was typed. */
function capitalised(name: string): string {
  const isPlain = isShouted(name) || name === name.toLocaleLowerCase('en-GB')
  if (!isPlain) return name
  return name
    .toLocaleLowerCase('en-GB')
    .replace(/(^|[-'’ ])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('en-GB'))
}
