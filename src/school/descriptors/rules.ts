// The pseudonymous sentence: what is proposed, which leaves it may serve, and which words in it may be a child's name. Pure.
import type { LeafCode, RecordType } from '../../common/letters/contract.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { namesInSentence } from '../../core/names.ts'
import type { Day } from '../../core/time.ts'
import type { Pseudonym } from './contract.ts'

/** What the sentence is drafted from. Nothing here was typed about a child: no words of theirs, no words about them. */
export interface ObservedFacts {
  readonly learnerId: Id
  readonly helpLevel: 'self' | 'prompt' | 'clue' | 'model' | 'correct' | null
  readonly response: 'secure' | 'nearly' | 'not_yet' | null
  readonly participation: 'watching' | 'joining' | 'contributing' | 'leading' | null
  readonly source: 'seen' | 'heard' | 'work_sample' | 'self_report' | 'peer_report'
  readonly hasChildWords: boolean
  /** The success criterion as the group has it. */
  readonly criterion: string | null
  readonly subject: string
}

/** One record of another kind, as far as it may be told: what was done, never what was typed about a child. */
export type Story =
  | {
      readonly kind: 'feedback'
      readonly learnerId: Id
      readonly subject: string
      readonly criterion: string | null
      readonly mode: 'spoken' | 'written' | 'symbol' | 'gesture'
      readonly response: 'said_back' | 'acted' | 'not_yet' | 'upset' | null
    }
  | { readonly kind: 'improvement'; readonly learnerId: Id; readonly subject: string; readonly criterion: string | null }
  | {
      readonly kind: 'handover'
      readonly subject: string
      readonly learnerIds: readonly Id[]
      readonly headings: readonly string[]
      readonly hasSuggestion: boolean
    }
  | { readonly kind: 'agreement'; readonly subject: string }
  | {
      readonly kind: 'next_action'
      readonly subject: string
      readonly owner: 'teacher' | 'learner' | 'practitioner'
      readonly learnerId: Id | null
      readonly isDone: boolean
    }

/** The letter of the nth learner of a portfolio. @example letterFor(1) // 'A' @example letterFor(28) // 'AB' */
export function letterFor(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest === 0 ? '' : letterFor(rest)) + String.fromCharCode(65 + ((number - 1) % 26))
}

/** The letters of these learners: those that they have, and the next ones for those that have none, in the order given. */
export function pseudonymsFor(learnerIds: readonly Id[], known: readonly Pseudonym[], lastNumber: number): Pseudonym[] {
  let number = lastNumber
  return [...new Set(learnerIds)].map(
    (learnerId) => known.find((one) => one.learnerId === learnerId) ?? { learnerId, letter: letterFor(++number) },
  )
}

const helped = {
  self: (who: string) => `let ${who} plan and work alone, and watched`,
  prompt: (who: string) => `gave ${who} a prompt, a question without a strategy`,
  clue: (who: string) => `gave ${who} a clue, one small piece of information`,
  model: (who: string) => `modelled the step for ${who}, to be done straight after`,
  correct: (who: string) => `corrected ${who} and gave the answer`,
} as const
const answered = { secure: 'showed it securely', nearly: 'nearly showed it', not_yet: 'did not show it yet' } as const
const joined = { watching: 'was watching', joining: 'was joining in', contributing: 'was contributing', leading: 'was leading' } as const

/** As the letter's shape has it. */
const longestSentence = 800

/**
 * The sentence that is proposed for reading and mending: what the practitioner did, with which help, and how near each learner came.
 * @example draftSentence('learner_observation', [oneClue], [{ learnerId, letter: 'B' }])
 * // 'In Mathematics I gave Learner B a clue, one small piece of information, on “I can explain why”. Learner B nearly showed it.'
 */
export function draftSentence(recordType: RecordType, facts: readonly ObservedFacts[], pseudonyms: readonly Pseudonym[]): string {
  const name = (learnerId: Id) => `Learner ${pseudonyms.find((one) => one.learnerId === learnerId)?.letter ?? '?'}`
  const subjects = listed([...new Set(facts.map((fact) => fact.subject))])
  const criteria = [...new Set(facts.flatMap((fact) => (fact.criterion === null ? [] : [`“${fact.criterion}”`])))]
  const on = criteria.length === 0 || criteria.length > 2 ? '' : `, on ${listed(criteria)}`
  const who = [...new Set(facts.map((fact) => name(fact.learnerId)))]
  if (recordType === 'session' || who.length > 3) {
    const helps = ladder.filter((level) => facts.some((fact) => fact.helpLevel === level)).map((level) => helpNames[level])
    const by = helps.length === 0 ? '' : ` I noted the help that each needed: ${listed(helps)}.`
    return `In a ${subjects} session I looked at how ${listed(who)} joined in and got on${on}.${by}`
  }
  const acts = ladder.flatMap((level) => {
    const whom = [...new Set(facts.filter((fact) => fact.helpLevel === level).map((fact) => name(fact.learnerId)))]
    return whom.length === 0 ? [] : [helped[level](listed(whom))]
  })
  const did = acts.length === 0 ? `looked at how ${listed(who)} got on` : listed(acts)
  const came = [...new Set(facts.flatMap((fact) => outcomeOf(name(fact.learnerId), fact)))]
  // As many as fit: the practitioner reads and mends it.
  return came.reduce(
    (sentence, more) => (sentence.length + more.length < longestSentence ? `${sentence} ${more}` : sentence),
    `In ${subjects} I ${did}${on}.`,
  )
}

const modes = { spoken: 'spoken', written: 'written', symbol: 'by a symbol', gesture: 'by a gesture' } as const
const answers = {
  said_back: 'said it back',
  acted: 'acted on it',
  not_yet: 'did not act on it yet',
  upset: 'was not ready for it',
} as const
const handedOver = {
  progress: 'how they joined in and got on',
  response: 'how they responded to assessment',
  responsibility: 'how they took responsibility',
} as const
const owned = {
  teacher: 'what the teacher could do next',
  learner: 'the learner’s own next step in their words',
  practitioner: 'what I will do differently',
} as const

/**
 * The sentence proposed for records of another kind than observations.
 * @example draftStory([agreement], []) // 'With the class teacher I agreed in writing who does what …'
 */
export function draftStory(stories: readonly Story[], pseudonyms: readonly Pseudonym[]): string {
  const name = (learnerId: Id) => `Learner ${pseudonyms.find((one) => one.learnerId === learnerId)?.letter ?? '?'}`
  return stories.map((story) => tell(story, name)).join(' ')
}

type Name = (learnerId: Id) => string
type Of<Kind extends Story['kind']> = Extract<Story, { kind: Kind }>

const onCriterion = (criterion: string | null) => (criterion === null ? '' : ` on “${criterion}”`)

const tellings: { readonly [Kind in Story['kind']]: (story: Of<Kind>, name: Name) => string } = {
  feedback: ({ subject, learnerId, criterion, mode, response }, name) => {
    const came = response === null ? '' : ` ${name(learnerId)} ${answers[response]}.`
    return `In ${subject} I gave ${name(learnerId)} feedback${onCriterion(criterion)}, ${modes[mode]}: what was good, and one thing to do next.${came}`
  },
  improvement: ({ subject, learnerId, criterion }, name) =>
    `In ${subject} I gave ${name(learnerId)} time for a second attempt after my feedback${onCriterion(criterion)}, and kept both attempts side by side.`,
  handover: ({ subject, learnerIds, headings, hasSuggestion }, name) => {
    const said = Object.entries(handedOver).flatMap(([heading, words]) => (headings.includes(heading) ? [words] : []))
    const whom = learnerIds.length === 0 ? 'the group' : listed(learnerIds.map(name))
    const more = hasSuggestion ? ', with a suggestion for the next lesson' : ''
    return `After a ${subject} session I told the class teacher in writing about ${whom}: ${said.length === 0 ? 'what I saw' : listed(said)}${more}.`
  },
  agreement: ({ subject }) =>
    `With the class teacher I agreed in writing who does what at the start, in the middle and at the end of ${subject} lessons, how I may assess, what I record, and how I pass it on.`,
  next_action: ({ subject, owner, learnerId, isDone }, name) => {
    const whose = learnerId === null ? '' : `, for ${name(learnerId)}`
    return `After a ${subject} session I noted ${owned[owner]}${whose}.${isDone ? ' It was done in a later session.' : ''}`
  },
}

/** The table has a teller of just this kind. */
const tell = (story: Story, name: Name) => (tellings[story.kind] as (story: Story, name: Name) => string)(story, name)

const leavesOf: { readonly [Kind in Story['kind']]: (story: Of<Kind>) => readonly LeafCode[] } = {
  feedback: () => ['2.4'],
  improvement: () => ['2.5'],
  handover: ({ headings }) =>
    Object.entries({ progress: '4.1a', response: '4.1b', responsibility: '4.1c' }).flatMap(([heading, leaf]) =>
      headings.includes(heading) ? [leaf] : [],
    ),
  agreement: () => ['1.1'],
  next_action: ({ owner }) => [{ teacher: '1.5a', learner: '1.5b', practitioner: '1.5c' }[owner]],
}

/** Leaves of unit 307 that records of another kind may serve. A proposal, as for observations. */
export function proposedLeavesOf(stories: readonly Story[]): LeafCode[] {
  const leaves = stories.flatMap((story) => (leavesOf[story.kind] as (story: Story) => readonly LeafCode[])(story))
  return [...new Set(leaves)].sort()
}

const ladder = ['self', 'prompt', 'clue', 'model', 'correct'] as const
const helpNames = { self: 'none', prompt: 'a prompt', clue: 'a clue', model: 'a model', correct: 'a correction' } as const

function outcomeOf(who: string, { response, participation }: ObservedFacts): string[] {
  const parts = [response === null ? undefined : answered[response], participation === null ? undefined : joined[participation]].filter(
    (part) => part !== undefined,
  )
  return parts.length === 0 ? [] : [`${who} ${parts.join(' and ')}.`]
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Leaves of unit 307 that a record may serve (`domain.md` 1.8). A proposal: the practitioner chooses, the assessor decides. */
export function proposedLeaves(recordType: RecordType, facts: readonly ObservedFacts[]): LeafCode[] {
  const leaves = new Set<LeafCode>(['2.3'])
  if (recordType === 'session') leaves.add('2.1')
  if (facts.some((fact) => fact.hasChildWords)) leaves.add('3.2')
  if (facts.some((fact) => fact.source === 'self_report' || fact.source === 'peer_report')) leaves.add('3.3')
  return [...leaves].sort()
}

const kinds: Readonly<Record<RecordType, string>> = {
  learner_observation: 'learner observation',
  session: 'session',
  feedback: 'feedback',
  improvement: 'second attempt',
  handover: 'handover',
  agreement: 'agreement',
  next_action: 'next action',
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Where the record lies, for an assessor who comes to see it: the school, the kind, the day, and a reference to look it up by. */
export function placeOf(recordType: RecordType, facts: { schoolName: string; occurredOn: Day; letterId: Id }): string {
  const kind = kinds[recordType]
  const day = dayFormat.format(new Date(`${facts.occurredOn}T12:00:00Z`))
  return `Evident at ${facts.schoolName}: ${kind} of ${day}, reference ${facts.letterId.slice(-8).toUpperCase()}`
}

interface OfferFacts {
  readonly isBridgeOn: boolean
  /** A family of one of the learners said no to sentences that leave the school. */
  readonly isConsentRefused: boolean
  readonly pseudonyms: readonly Pseudonym[]
  readonly names: readonly string[]
}

interface Offer {
  readonly sentence: string
  readonly pseudonyms: readonly Pseudonym[]
  readonly confirmedWords: readonly string[]
}

/** A session in which the practitioner noted nothing is no record of her work. Refused: `nothing_noted`. */
export function recordsRefusal(facts: readonly ObservedFacts[], stories: readonly Story[] = []): Refusal | undefined {
  return facts.length === 0 && stories.length === 0 ? refused('nothing_noted', 'recordIds') : undefined
}

/** Refused: `bridge_off`, `consent_refused`, `letters_changed`, `names_a_learner`, `word_or_name` until the word is confirmed. */
export function offerRefusal(offer: Offer, facts: OfferFacts): Refusal | undefined {
  if (!facts.isBridgeOn) return refused('bridge_off')
  if (facts.isConsentRefused) return refused('consent_refused', 'recordIds')
  const isRead = facts.pseudonyms.every(({ learnerId, letter }) =>
    offer.pseudonyms.some((one) => one.learnerId === learnerId && one.letter === letter),
  )
  if (!isRead || offer.pseudonyms.length !== facts.pseudonyms.length) return refused('letters_changed', 'pseudonyms')
  const found = namesInSentence(offer.sentence, facts.names)
  if (found.refused.length > 0) return refused('names_a_learner', 'sentence')
  return found.ask.every((word) => offer.confirmedWords.includes(word)) ? undefined : refused('word_or_name', 'sentence')
}
