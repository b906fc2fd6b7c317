// Which contacts a school needs, whom a worry goes to, and which words ask for a second look before a note is kept.
import { type Refusal, refused } from '../../core/errors.ts'
import { type SafeguardingContact, SafeguardingPart } from './contract.ts'

/** A phone as people write it: digits, spaces, brackets, hyphens, a plus in front; at least three digits. */
export function isPhone(text: string): boolean {
  return /^\+?[\d\s()-]+$/.test(text.trim()) && (text.match(/\d/g) ?? []).length >= 3
}

/** What a `tel:` link takes. @example telephoneLink('(0121) 496 0000') // 'tel:01214960000' */
export function telephoneLink(phone: string): string {
  return `tel:${phone.trim().startsWith('+') ? '+' : ''}${phone.replace(/\D/g, '')}`
}

/** Somebody for every part, everybody with a phone that can be rung. */
export function contactsRefusal(contacts: readonly SafeguardingContact[]): Refusal | undefined {
  const wrong = contacts.findIndex(({ phone }) => !isPhone(phone))
  if (wrong >= 0) return refused('phone_wrong', `contacts.${wrong}.phone`)
  const isEveryPartThere = SafeguardingPart.options.every((part) => contacts.some((contact) => contact.part === part))
  return isEveryPartThere ? undefined : refused('part_missing', 'contacts')
}

export type Concern = 'child' | 'staff' | 'head'

/** Who is told about whom: about a child everybody but the governors, in the school's order; about staff the head, about the head the chair, first. */
export function toldAbout(contacts: readonly SafeguardingContact[], concern: Concern): readonly SafeguardingContact[] {
  if (concern === 'child') return contacts.filter(({ part }) => part !== 'chair_of_governors')
  const first: SafeguardingPart = concern === 'staff' ? 'head' : 'chair_of_governors'
  const parts: readonly SafeguardingPart[] = [first, 'local_authority_officer']
  return parts.flatMap((wanted) => contacts.filter(({ part }) => part === wanted))
}

/** Words and phrases of children and adults that may be about a child's safety; an ending `*` stands for any ending. */
export const worryWords: readonly string[] = [
  ...['hurt*', 'hit me', 'hits me', 'hitting me', 'hit her', 'hit him', 'hits her', 'hits him', 'smack*', 'slapped', 'slaps', 'punched me'],
  ...[
    'punches me',
    'kicked me',
    'kicks me',
    'beat me',
    'beats me',
    'beat her',
    'beat him',
    'strangl*',
    'choked me',
    'threw me',
    'pushed me down',
  ],
  ...[
    'burnt me',
    'burned me',
    'locked me',
    'locks me',
    'locked in',
    'bruis*',
    'black eye',
    'burn mark*',
    'bite mark*',
    'marks on her',
    'marks on his',
  ],
  ...[
    'cut myself',
    'cuts herself',
    'cuts himself',
    'self harm*',
    'secret',
    'secrets',
    'not to tell',
    'not allowed to tell',
    'mustn’t tell',
  ],
  ...['must not tell', 'don’t tell anyone', 'can’t tell anyone', 'told me not to say', 'scared to go home', 'scared of going home'],
  ...['afraid to go home', 'don’t want to go home', 'doesn’t want to go home', 'didn’t want to go home', 'frightened of', 'scared of my'],
  ...['scared of mum', 'scared of dad', 'scared of him', 'scared of her', 'touched me', 'touches me', 'touched her', 'touched him'],
  ...[
    'private parts',
    'my clothes off',
    'photos of me',
    'abus*',
    'rape*',
    'home alone',
    'on my own at night',
    'nobody at home',
    'no one at home',
  ],
  ...['no food at home', 'nothing to eat', 'no dinner', 'sleeps on the floor', 'always hungry', 'neglect*', 'want to die', 'wants to die'],
  ...['kill myself', 'kill herself', 'kill himself', 'kill me', 'suicid*', 'wish i was dead', 'ran away from home', 'run away from home'],
  ...['was drunk', 'gets drunk', 'got drunk', 'drugs', 'police came', 'fgm', 'unsafe', 'not safe', 'safeguarding', 'disclos*'],
]

/** Without capitals, apostrophes and hyphens: a child's words are typed in a hurry. */
function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase().replaceAll(/['’‘`]/g, '')
  return plain.match(/[\p{L}\p{N}*]+/gu) ?? []
}

const phrases = worryWords.map(wordsOf)

const isSaid = (wanted: string, said: string | undefined) =>
  said !== undefined && (wanted.endsWith('*') ? said.startsWith(wanted.slice(0, -1)) : said === wanted)

/**
 * Whether a text may be about a child's safety: a list of words, looked up on this device; nobody is asked.
 * @example soundsLikeAWorry('He said it is a secret') // true
 */
export function soundsLikeAWorry(text: string): boolean {
  const words = wordsOf(text)
  return words.some((_, start) => phrases.some((phrase) => phrase.every((wanted, place) => isSaid(wanted, words[start + place]))))
}
