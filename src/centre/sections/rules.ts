// What a method's own record says, put into sections for paper and screen; and days as a document writes them. Pure.
import { citationText, type Declaration, inListOrder, referenceText } from '../../core/sources.ts'
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import { wallTimeOf } from '../../core/wall-clock.ts'
import { linesOf } from '../../core/writing.ts'
import { pointName } from '../discussions/rules.ts'
import type { EvidenceItem } from '../evidence/contract.ts'
import type { Plan } from '../plans/contract.ts'
import type { Block, Section } from './contract.ts'

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** @example inWords('2026-11-26') // '26 November 2026' */
export function inWords(day: Day): string {
  return days.format(new Date(`${day}T00:00:00Z`))
}

/** A moment by the clock on the wall. @example momentInWords('2026-12-11T16:05:00.000Z') // '11 December 2026, 16:05' */
export function momentInWords(at: Moment): string {
  return `${inWords(dayOf(at))}, ${wallTimeOf(at)}`
}

/** A block of words. */
export const text = (words: string): Block => ({ kind: 'text', text: words })
/** A fact with its name. */
export const fact = (name: string, value: string) => ({ name, value })

/** What an item's own record says, by its method; what was left empty is left out. */
export function recordSections(record: EvidenceItem['record']): Section[] {
  const sections = [...sectionsByMethod(record), { title: 'Note', blocks: [text(record.note)] }]
  return sections.filter(({ blocks }) => blocks.some(hasWords))
}

function hasWords(block: Block): boolean {
  if (block.kind === 'text') return block.text.trim() !== ''
  if (block.kind === 'facts') return block.facts.length > 0
  return block.kind === 'list' ? block.items.length > 0 : block.rows.length > 0
}

/** @example clockOf(380) // '06:20' */
function clockOf(seconds: number): string {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

type RecordOf<M extends EvidenceItem['method']> = Extract<EvidenceItem['record'], { method: M }>

const observation = (record: RecordOf<'O'>): Section[] => [
  { title: 'Visit', blocks: [{ kind: 'facts', facts: visitFacts(record) }] },
  seen(record.entries.map(({ at, seen: said }) => [at === null ? '' : wallTimeOf(at), said])),
  { title: 'Feedback', blocks: [text(record.feedback)] },
  { title: 'The candidate’s comment', blocks: [text(record.candidateComment)] },
]

const seen = (rows: string[][]): Section => ({ title: 'What was seen', blocks: [table(['Time', 'What was seen'], rows)] })

const testimony = (record: RecordOf<'WT'>): Section[] => [
  { title: 'Witness', blocks: [{ kind: 'facts', facts: witnessFacts(record) }] },
  { title: 'What the witness saw', blocks: [text(record.statement)] },
  { title: 'What the candidate said', blocks: [text(record.spoke ?? '')] },
]

function witnessFacts({ witnessName, position, relationship, category, place, setting, startTime, endTime, signedAt }: RecordOf<'WT'>) {
  const all: (readonly [string, string | undefined])[] = [
    ['Name', witnessName],
    ['Position', position],
    ['Relationship', relationship],
    ['Category', category],
    ['Place', place],
    ['Who was there', setting],
    ['From', startTime],
    ['Until', endTime],
    ['Signed', signedAt === null ? undefined : momentInWords(signedAt)],
  ]
  return all.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [fact(name, value)]))
}

function assignment({ headings, sources, declaration }: RecordOf<'A'>): Section[] {
  const cite = ({ attrs: { sourceId, at } }: { readonly attrs: { readonly sourceId: string; readonly at: string } }) => {
    const source = sources.find(({ id }) => id === sourceId)
    return source === undefined ? '' : ` (${citationText(source, at)})`
  }
  return [
    ...headings.map(({ heading, writing, tables }) => ({
      title: heading,
      blocks: [
        text(linesOf(writing, cite).join('\n')),
        ...tables.map(({ columns, rows, cells }) =>
          table(
            ['', ...columns],
            rows.map((row, at) => [row, ...(cells[at] ?? [])]),
          ),
        ),
      ],
    })),
    { title: 'Sources', blocks: [{ kind: 'list', items: inListOrder(sources).map(referenceText) }] },
    { title: 'Declaration', blocks: [text(declaration === null ? '' : declarationWords(declaration))] },
  ]
}

function declarationWords({ isOwnWork, hadHelp, help, usedAi, ai }: Declaration): string {
  return [
    isOwnWork ? 'This is my own work.' : '',
    hadHelp ? `Help that I had: ${help}` : 'I had no help.',
    usedAi
      ? `Artificial intelligence that I used: ${ai.map(({ tool, usedFor }) => `${tool}, for ${usedFor}`).join('; ')}`
      : 'I used no artificial intelligence.',
  ].join('\n')
}

const questioning = (record: RecordOf<'Q'>): Section[] => {
  const rows = record.exchanges.map(({ question, answer, isVerbatim }) => [question, isVerbatim ? `“${answer}”` : answer])
  return [{ title: 'Questions and answers', blocks: [table(['Question', 'Answer'], rows)] }]
}

const discussion = (record: RecordOf<'PD'>): Section[] => {
  const agenda = record.agenda.map((one) => [pointName(one), one.point])
  const index = record.timeIndex.map(({ at, point }) => [clockOf(at), point])
  return [
    { title: 'Agenda agreed beforehand', blocks: [table(['Criterion', 'Point'], agenda)] },
    { title: 'Where in the recording', blocks: [table(['Time', 'Point'], index)] },
    { title: 'Summary', blocks: [text(record.summary)] },
  ]
}

const reflection = (record: RecordOf<'RA'>): Section[] => [
  { title: 'My own part', blocks: [text(record.ownRole)] },
  { title: 'What?', blocks: [text(record.what)] },
  { title: 'So what?', blocks: [text(record.soWhat)] },
  { title: 'Now what?', blocks: [text(record.nowWhat)] },
]

const product = (record: RecordOf<'PE'>): Section[] => [
  { title: 'How it came about', blocks: [text(record.howProduced)] },
  { title: 'Where it lies', blocks: [text(record.place)] },
]

function sectionsByMethod(record: EvidenceItem['record']): Section[] {
  switch (record.method) {
    case 'O':
      return observation(record)
    case 'WT':
      return testimony(record)
    case 'A':
      return assignment(record)
    case 'Q':
      return questioning(record)
    case 'PD':
      return discussion(record)
    case 'RA':
      return reflection(record)
    case 'PE':
      return product(record)
  }
}

const table = (head: string[], rows: string[][]): Block => ({ kind: 'table', head, rows })

function visitFacts(record: Extract<EvidenceItem['record'], { method: 'O' }>) {
  const { startedAt, endedAt, place, learners } = record
  return [
    ...(startedAt === null ? [] : [fact('From', momentInWords(startedAt))]),
    ...(endedAt === null ? [] : [fact('Until', momentInWords(endedAt))]),
    ...(place === '' ? [] : [fact('Place', place)]),
    ...(learners.length === 0 ? [] : [fact('Learners', learners.join(', '))]),
  ]
}

/** Plans and notes of a unit, as its page for planning had them: what was planned for which criterion, who signed, what was said since. */
export function planningSections(registrationId: string, plans: readonly Plan[], notes: readonly Note[]): Section[] {
  const written = notes.map((one) => `${one.text} (${one.writtenByName}, ${inWords(dayOf(one.writtenAt))})`)
  return [
    ...plans.map((plan) => planSection(registrationId, plan)),
    { title: 'Notes', blocks: [{ kind: 'list' as const, items: written }] },
  ].filter(({ blocks }) => blocks.some(hasWords))
}

interface Note {
  readonly text: string
  readonly writtenByName: string
  readonly writtenAt: Moment
}

function planSection(registrationId: string, { content, signatures, entries }: Plan): Section {
  const { visit, moments, forecast, otherWays, witnesses } = content
  const own = forecast.filter((one) => one.registrationId === registrationId)
  const other = otherWays.flatMap((way) =>
    way.leaves
      .filter((one) => one.registrationId === registrationId)
      .map(({ leaf }) => [leaf, way.method, way.byOn === null ? '' : `by ${inWords(way.byOn)}`]),
  )
  const said: (readonly [string, string | null])[] = [
    ['Activity', visit.activity],
    ['Where', visit.site],
    ['From', visit.startTime],
    ['Until', visit.endTime],
    ['Adjustments', visit.adjustments],
    ['Witnesses', witnesses.map(({ name }) => name).join(', ')],
    ['Signed', signatures.map(({ name, signedAt }) => `${name}, ${momentInWords(signedAt)}`).join('; ')],
  ]
  const facts = said.flatMap(([name, value]) => (value === null || value === '' ? [] : [fact(name, value)]))
  const rows = [...own.map(({ leaf, method, moment }) => [leaf, method, moments[moment]?.label ?? '']), ...other]
  const blocks: Block[] = [
    { kind: 'facts', facts },
    table(['Criterion', 'Method', 'Where it should show'], rows),
    { kind: 'list', items: entries.map(({ words, saidOn, writtenByName }) => `${inWords(saidOn)}, ${writtenByName}: ${words}`) },
  ]
  return {
    title: visit.on === null ? 'Plan' : `Plan for ${inWords(visit.on)}`,
    blocks: blocks.filter(hasWords),
  }
}
