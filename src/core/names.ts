// Which words of a text are children’s names: for certain where the names are known, by a guess from capitals where they aren’t.

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

/** Words with a capital that are no names of children, in lower case. */
const usual = new Set(
  `i i’m i’ve i’d i’ll learner learners english maths mathematics science history geography french spanish welsh art music pe year key stage reception
   monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
   mr mrs ms miss dr ta senco christmas easter`.split(/\s+/),
)

/** Who and what begins a sentence about what was done, and is no name; in lower case. */
const beginnings = new Set(
  `a all an another any anybody anyone both each either everybody everyone everything he her hers his it its many mine most my neither no nobody none nothing one other others our
   she some somebody someone something that the their theirs these they this those two three four we what which who whoever you your
   adult adults assessor candidate child children class everyone group lesson nobody partner pupil pupils staff table teacher tutor
   also and as at but by for from here how if in later next not now of often on or so soon still than then there to today tomorrow until when where while with yesterday
   ask asked count do did is was were had has have can could may might must should will would let listen look read say show tell wait write`.split(
    /\s+/,
  ),
)
const acting =
  /^(?:\p{Ll}+ed|said|says|asks|was|is|has|had|did|does|can|could|will|would|drew|told|gave|went|came|saw|took|made|got|put|knew|thought|wrote|read|held|ran|sat|stood|began|found|chose|spoke|felt|left|lost|kept|built|cut|hid|won|needs|wants|says|looks|and|didn[’']t|wasn[’']t|couldn[’']t|wouldn[’']t)$/u

const openers = /(?:^|[.!?:“"‘'(–-]\s*|\n\s*)(\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?)\s+(\p{Ll}[\p{Ll}’']*)/gu

/** Words that begin a sentence and then do something, or have something: "Callum said it was hard", "Ewa’s strip". */
function doersIn(text: string): string[] {
  return [...text.matchAll(openers)].flatMap(([, word = '', next = '']) => {
    const bare = word.replace(/[’']s$/, '')
    const isDoer = acting.test(next) || bare !== word
    return isDoer && !beginnings.has(bare.toLowerCase()) ? [bare] : []
  })
}

/**
 * Words that may be a child's name: those with a capital within a sentence, of two letters and more, that are not usual there, and those that begin one and then do
 * something. It is a guess from capitals: it knows nobody's name, and sees none that is written small.
 * @param known names that may stand here: the candidate's, the assessor's
 * @example wordsLikeNames('Callum said it was hard. She asked Theo and Learner B.', []) // ['Callum', 'Theo']
 */
export function wordsLikeNames(text: string, known: readonly string[]): string[] {
  const fine = new Set(known.flatMap((name) => name.toLowerCase().split(/\s+/)))
  const within = [...text.matchAll(/(?<=[^\s.!?:“"‘'(–-][”"’')]?\s+[“"‘'(]?)\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?/gu)].map(([word]) => word)
  const found = [...doersIn(text), ...within].map((word) => word.replace(/[’']s?$/, ''))
  return [...new Set(found)].filter((word) => !usual.has(word.toLowerCase()) && !fine.has(word.toLowerCase()))
}

/** Names of learners whom one knows, and names that may stand all the same. */
export interface KnownNames {
  readonly names: readonly string[]
  /** Of the people between whom a unit stands, whole or in parts. */
  readonly fine: readonly string[]
}

/** Learners’ names in one text: unmistakable ones, and ordinary words where they are written like a name. As they are spelt there. */
export function namesIn(text: string, { names, fine }: KnownNames): string[] {
  const isFine = (word: string) => namesInSentence(word, fine).refused.length > 0 || namesInSentence(word, fine).ask.length > 0
  const { refused, ask } = namesInSentence(text, names)
  const like = ask.length === 0 ? [] : wordsLikeNames(text, [])
  return [...refused, ...ask.filter((word) => like.includes(word.replace(/[’']s?$/, '')))].filter((word) => !isFine(word))
}

/** A word to ask about, and the place in the input where it stands. */
export interface NameFound {
  readonly word: string
  readonly field: string
}

/** What nobody reads as words: it is neither looked at nor ever said. */
const secret = /^(id|password|token|code|.*Id|.*Ids|.*Hash)$/

/** Learners’ names in everything that somebody is handing in. @example namesToAsk({ title: 'Callum’s wall' }, known) // [{ word: 'Callum’s', field: 'title' }] */
export function namesToAsk(input: unknown, known: KnownNames): NameFound[] {
  if (known.names.length === 0) return []
  const found = (value: unknown, path: string): NameFound[] => {
    if (typeof value === 'string') return namesIn(value, known).map((word) => ({ word, field: path }))
    if (value === null || typeof value !== 'object') return []
    return Object.entries(value).flatMap(([name, inside]) =>
      secret.test(name) ? [] : found(inside, path === '' ? name : `${path}.${name}`),
    )
  }
  return found(input, '')
}
