// A session's moments as a handover's first lines: facts in sentences under three headings. Pure.
import { namesInSentence } from '../../core/names.ts'
import type { HelpLevel, Response } from '../observations/contract.ts'
import type { DraftFacts, DraftHeading, DraftMoment } from './contract.ts'

/** A draft leaves this much room for signs, a suggestion and a line of one's own. */
const draftWords = 85

/** A line of the three headings before it is sent. */
export interface DraftLine {
  readonly heading: DraftHeading
  /** Null: about the group, naming nobody. */
  readonly learnerId: string | null
  readonly wording: string
}

/** @example wordsIn(['4 of 6 showed it', 'Theo']) // 6 */
export function wordsIn(texts: readonly (string | null)[]): number {
  return texts.reduce((sum, text) => sum + (text?.split(/\s+/).filter((word) => word !== '').length ?? 0), 0)
}

const helps: Readonly<Record<HelpLevel, string>> = {
  self: 'without help',
  prompt: 'with a prompt',
  clue: 'with a clue',
  model: 'with modelling',
  correct: 'with correcting',
}
const responses: Readonly<Record<Response, string>> = { secure: 'secure', nearly: 'nearly', not_yet: 'not yet' }
const ladder: readonly HelpLevel[] = ['self', 'prompt', 'clue', 'model', 'correct']

/** Help that the child needed, from most to least: who needed most comes first. */
const byNeed = (a: Judged, b: Judged) => need(b) - need(a)
const need = ({ response, helpLevel }: Judged) => ['secure', 'nearly', 'not_yet'].indexOf(response) * 10 + ladder.indexOf(helpLevel)

interface Judged extends DraftMoment {
  readonly criterionId: string
  readonly helpLevel: HelpLevel
  readonly response: Response
}

interface Weighed extends DraftLine {
  /** What is left out first when words run short: the greatest. */
  readonly weight: number
}

/**
 * The three headings as facts in sentences, from what was noted in one session: no opinion, no score; help stands beside each judgement.
 * At most 85 words; what matters least to the teacher is left out first. The same facts in any order give the same lines.
 */
export function draftHandover({ learners: given, criteria, moments }: DraftFacts): DraftLine[] {
  const learners = given.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.id.localeCompare(b.id))
  const known = new Set(learners.map(({ id }) => id))
  const inTime = moments.filter(({ learnerId }) => known.has(learnerId)).sort(byTime)
  if (inTime.length === 0) return []
  const facts = { learners, criteria, moments: inTime, nameOf: shortNames(learners) }
  const lines = [
    ...progressLines(facts),
    ...helpLines(facts),
    ...participationLines(facts),
    ...responseLines(facts),
    ...responsibilityLines(facts),
  ]
  const chosen = new Set<Weighed>()
  let words = 0
  for (const line of lines.toSorted((a, b) => a.weight - b.weight)) {
    const more = wordsIn([line.wording])
    if (words + more > draftWords) continue
    words += more
    chosen.add(line)
  }
  return lines.filter((line) => chosen.has(line)).map(({ weight: _, ...line }) => line)
}

interface Facts extends DraftFacts {
  readonly nameOf: (learnerId: string) => string
}

function byTime(a: DraftMoment, b: DraftMoment): number {
  return a.observedAt.localeCompare(b.observedAt) || a.id.localeCompare(b.id)
}

/** A shown name without the family's initial. @example givenName('Callum B') // 'Callum' */
export function givenName(name: string): string {
  return name.replace(/ \p{Lu}\p{M}?$/u, '')
}

/** The given name where the group has one learner of it, else with its initial. */
export function shortNames(learners: DraftFacts['learners']): (learnerId: string) => string {
  const times = Map.groupBy(learners, ({ name }) => givenName(name))
  const names = new Map(learners.map(({ id, name }) => [id, times.get(givenName(name))?.length === 1 ? givenName(name) : name]))
  return (learnerId) => names.get(learnerId) ?? ''
}

function isJudged(moment: DraftMoment): moment is Judged {
  const { criterionId, helpLevel, response, source } = moment
  return criterionId !== null && helpLevel !== null && response !== null && source !== 'self_report'
}

/** How each learner stood at the end on one success criterion. */
function lastJudged(moments: readonly DraftMoment[], criterionId: string): Judged[] {
  const judged = moments.filter(isJudged).filter((one) => one.criterionId === criterionId)
  return [...new Map(judged.map((one) => [one.learnerId, one])).values()]
}

/** Per criterion a count with the help that it took, then those who are not secure, who needed most first. */
function progressLines({ learners, criteria, moments, nameOf }: Facts): Weighed[] {
  const looked = criteria.map((criterion, place) => ({ ...criterion, place, judged: lastJudged(moments, criterion.id) }))
  const most = looked.filter(({ judged }) => judged.length > 0).toSorted((a, b) => b.judged.length - a.judged.length || a.place - b.place)
  return most.flatMap(({ shortName, judged }, rank) => {
    const secure = judged.filter(({ response, helpLevel }) => response === 'secure' && helpLevel !== 'model' && helpLevel !== 'correct')
    const counted = ladder.flatMap((level) => {
      const number = secure.filter(({ helpLevel }) => helpLevel === level).length
      return number === 0 ? [] : [`${number} ${helps[level]}`]
    })
    const how = counted.length === 0 ? '' : ` (${counted.join(', ')})`
    const group = {
      heading: 'progress' as const,
      learnerId: null,
      // What they showed in this session: whether they are secure, two sources say (`criterionState`).
      wording: `${shortName}: ${secure.length} of ${learners.length} showed it${how}.`,
    }
    const others = judged.filter((one) => !secure.includes(one)).sort((a, b) => byNeed(a, b) || order(learners, a, b))
    const single = others.map((one) => ({
      heading: 'progress' as const,
      learnerId: one.learnerId,
      // Secure with modelling is not secure: `criterionState`, rule 3.
      wording: `${nameOf(one.learnerId)}: ${shortName} ${one.response === 'secure' ? 'nearly' : responses[one.response]}, ${helps[one.helpLevel]}${shown(one, moments)}.`,
      weight: 10 * rank + (one.response === 'not_yet' || ladder.indexOf(one.helpLevel) > 1 ? 1 : 6),
    }))
    // That nobody showed it says nothing while only some were noted: the lines about those do.
    const isTelling = secure.length > 0 || judged.length === learners.length
    return [...(isTelling ? [{ ...group, weight: 10 * rank }] : []), ...single]
  })
}

/** The misconception that a learner showed last on that success criterion; one that showed before the judgement was there at first. */
function shown(judged: Judged, moments: readonly DraftMoment[]): string {
  const { learnerId, criterionId } = judged
  const last = moments.findLastIndex((one) => one.learnerId === learnerId && one.criterionId === criterionId && one.misconception != null)
  const name = moments[last]?.misconception
  if (name == null) return ''
  return last < moments.indexOf(judged) ? ` (at first “${name}”)` : ` (“${name}”)`
}

function order(learners: DraftFacts['learners'], a: DraftMoment, b: DraftMoment): number {
  const place = ({ learnerId }: DraftMoment) => learners.findIndex(({ id }) => id === learnerId)
  return place(a) - place(b)
}

/** Much help on which no judgement followed: who tapped only how much help it took is told of all the same. */
function helpLines({ learners, criteria, moments, nameOf }: Facts): Weighed[] {
  return learners.flatMap(({ id }): Weighed[] => {
    const helped = moments.filter((one) => one.learnerId === id && one.helpLevel !== null && one.technique !== 'hinge_question')
    const last = helped.at(-1)
    if (last?.helpLevel == null || last.response !== null) return []
    const much = ladder.indexOf(last.helpLevel)
    const first = helped.find(({ criterionId }) => criterionId === last.criterionId)?.helpLevel ?? 'self'
    // Less help than at first is said under responsibility.
    if (much < ladder.indexOf('clue') || much < ladder.indexOf(first)) return []
    const criterion = criteria.find((one) => one.id === last.criterionId)
    const on = criterion === undefined ? '' : ` on ${criterion.shortName}`
    return [{ heading: 'progress', learnerId: id, wording: `${nameOf(id)} worked${on} ${helps[last.helpLevel]}.`, weight: 3 }]
  })
}

/** Who watched and who led at the end: apart from progress. And how many were not noted at all. */
function participationLines({ learners, moments, nameOf }: Facts): Weighed[] {
  const last = new Map(moments.flatMap(({ learnerId, participation }) => (participation === null ? [] : [[learnerId, participation]])))
  const said = { watching: 'was watching', joining: undefined, contributing: undefined, leading: 'took the lead' } as const
  const lines = learners.flatMap(({ id }) => {
    const participation = last.get(id)
    const words = participation === undefined ? undefined : said[participation]
    if (words === undefined) return []
    const weight = participation === 'watching' ? 4 : 40
    return [{ heading: 'progress' as const, learnerId: id, wording: `${nameOf(id)} ${words}.`, weight }]
  })
  const unseen = learners.filter(({ id }) => !moments.some(({ learnerId }) => learnerId === id)).length
  if (unseen === 0) return lines
  return [...lines, { heading: 'progress', learnerId: null, wording: `${unseen} of ${learners.length} not noted.`, weight: 7 }]
}

const quotedWords = 12

/** How learners took the assessment: who judged themselves, and what they said about it. */
function responseLines({ learners, criteria, moments, nameOf }: Facts): Weighed[] {
  const judgedSelf = moments.filter(({ source, response }) => source === 'self_report' && response !== null)
  const who = new Set(judgedSelf.map(({ learnerId }) => learnerId))
  const count: Weighed[] =
    who.size === 0
      ? []
      : [{ heading: 'response', learnerId: null, wording: `${who.size} of ${learners.length} judged their own work.`, weight: 3 }]
  const lines = learners.flatMap(({ id }): Weighed[] => {
    const own = judgedSelf.findLast(({ learnerId }) => learnerId === id)
    const criterion = criteria.find((one) => one.id === own?.criterionId)?.shortName
    const judged =
      own?.response === undefined || own.response === null ? [] : [`${nameOf(id)} judged ${criterion ?? 'it'}: ${responses[own.response]}.`]
    const quote = moments.findLast(({ learnerId, childWords }) => learnerId === id && isQuotable(childWords, learners))?.childWords
    const said = quote === undefined || quote === null ? [] : [`${nameOf(id)} said: “${bare(quote)}”`]
    return [
      ...judged.map((wording) => ({ heading: 'response' as const, learnerId: id, wording, weight: 20 })),
      ...said.map((wording) => ({ heading: 'response' as const, learnerId: id, wording, weight: 5 })),
    ]
  })
  return [...count, ...lines]
}

/** Short, and naming no child: a line about one learner says nothing of another. */
function isQuotable(words: string | null, learners: DraftFacts['learners']): boolean {
  if (words === null || wordsIn([words]) > quotedWords) return false
  const found = namesInSentence(
    words,
    learners.map(({ name }) => givenName(name)),
  )
  return found.refused.length === 0 && found.ask.length === 0
}

/** Without the quotation marks that a child's words may have been kept with. */
function bare(words: string): string {
  return words.trim().replace(/^[“"]+|[”"]+$/gu, '')
}

/** Less adult help within the session is a step towards responsibility; so is none at all. */
function responsibilityLines({ learners, criteria, moments: all, nameOf }: Facts): Weighed[] {
  // An answer to a hinge question is given without help, right or wrong: it says nothing of help that fell.
  const moments = all.filter(({ technique }) => technique !== 'hinge_question')
  return learners.flatMap(({ id }): Weighed[] => {
    const fell = criteria.flatMap(({ id: criterionId, shortName }) => {
      const helped = moments.filter((one) => one.learnerId === id && one.criterionId === criterionId && one.helpLevel !== null)
      const [first, last] = [helped[0]?.helpLevel, helped.at(-1)?.helpLevel]
      if (first === null || first === undefined || last === null || last === undefined) return []
      return ladder.indexOf(last) < ladder.indexOf(first)
        ? [`${nameOf(id)} needed less help on ${shortName}: first ${helps[first]}, then ${helps[last]}.`]
        : []
    })
    const helped = moments.filter((one) => one.learnerId === id && one.helpLevel !== null)
    const isAlone = helped.length > 1 && helped.every(({ helpLevel }) => helpLevel === 'self')
    const alone = isAlone ? [`${nameOf(id)} worked without help each time.`] : []
    return [
      ...fell.slice(0, 1).map((wording) => ({ heading: 'responsibility' as const, learnerId: id, wording, weight: 2 })),
      ...alone.map((wording) => ({ heading: 'responsibility' as const, learnerId: id, wording, weight: 30 })),
    ]
  })
}
