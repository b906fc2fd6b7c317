// Rules on learners' names: how they are shown, how a pasted list becomes one name per child, and which words of a sentence are names.

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

/** Names in a sentence: unmistakable ones, and ordinary words that are also one of these names. Both as they are spelt in the sentence. */
export interface FoundNames {
  readonly refused: string[]
  readonly ask: string[]
}

/**
 * Which words of the sentence are given names of these learners: whatever the case and the accents, with a possessive, in one part of a double name.
 * A name that is an ordinary English word is asked about, every other is refused.
 * @example namesInSentence('Callum’s answer came in May', ['Callum', 'May']) // { refused: ['Callum’s'], ask: ['May'] }
 */
export function namesInSentence(sentence: string, names: readonly string[]): FoundNames {
  const known = new Set(names.flatMap((name) => partsOf(name)))
  const words = [
    ...sentence
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .matchAll(/[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)*/gu),
  ].map(([word]) => word)
  const found = [...new Set(words)].filter((word) => spellings(word).some((spelling) => known.has(spelling)))
  const isWord = (word: string) => spellings(word).every((spelling) => !known.has(spelling) || ordinaryWords.has(spelling))
  return { refused: found.filter((word) => !isWord(word)), ask: found.filter(isWord) }
}

/** A given name in the spelling that is compared, whole and in parts; one Latin letter alone could be anything. @example partsOf('Zoë-May') // ['zoemay', 'zoe', 'may'] */
function partsOf(name: string): string[] {
  const words = [...name.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => plain(word))
  return [words.join(''), ...words].filter((word) => !/^[a-z]$/.test(word))
}

/** A word as it may be meant: as it stands, and without a possessive. @example spellings('Callum’s') // ['callums', 'callum'] */
function spellings(word: string): string[] {
  const [head = ''] = word.split(/['’ʼ`]/u)
  const whole = plain(word)
  return [...new Set([whole, plain(head), whole.endsWith('s') ? whole.slice(0, -1) : whole])]
}

/** Small letters without accents, apostrophes or ligatures. */
function plain(word: string): string {
  const letters = word
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLocaleLowerCase('en-GB')
  return letters.replace(/[øœæłđðþßı]/gu, (letter) => bare[letter] ?? letter)
}

const bare: Readonly<Record<string, string>> = { ø: 'o', œ: 'oe', æ: 'ae', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i' }

/** Given names that are ordinary English words too. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `a an i am as at be do go he in is it me my no of on or so to up us we
  amber amity angel april arch archer art ash aspen august autumn bailey basil bay bear bell berry bill birch bliss blossom blue bonny brandy briar brook buddy bunny
  candy cash cedar chance charity chase cherry chip christian clay cliff clove clover coral crystal daisy dale dawn dean dell destiny dot drew duke
  earl east ebony eve ever fable fair faith fawn fern fisher flint flora forest fox frank gale garnet gene ginger glen glory grace grant gray grey guy
  happy harmony harper haven hazel heath heather heaven holly honest honey hope hunter indigo iris ivory ivy jack jade jasmine jasper jay jet jewel jolly josh journey joy judge june junior justice
  king kit kitty lake lance lane lark laurel lee liberty light lily love lucky lupin lyric major marina mark marsh martin mason max may melody mercy merit merry miles misty myrtle
  nick noble noel norm north nova oak ocean olive opal page pansy pat patience patsy peace pearl penny pepper petal pierce pip piper poppy porter precious presley primrose prince princess promise prudence
  quest rain ray red reed reef reign rich river rob robin rocky rod rose rowan royal ruby rusty saffron sage sailor sandy scout serenity shine sky sonny spring star sterling stone storm sue summer sunny
  tanner teal tiger trinity trip true unity van verity victor viola violet wade ward warren west will willow winter wolf wren young`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
