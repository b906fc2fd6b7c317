// What a method's own record says, put into sections for paper and screen; and days as a document writes them. Pure.
import { type Day, dayOf, type Moment } from '../../core/time.ts'
import { wallTimeOf } from '../../core/wall-clock.ts'
import type { EvidenceItem } from '../evidence/contract.ts'
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

function sectionsByMethod(record: EvidenceItem['record']): Section[] {
  switch (record.method) {
    case 'O':
      return [
        { title: 'Visit', blocks: [{ kind: 'facts', facts: visitFacts(record) }] },
        {
          title: 'What was seen',
          blocks: [
            table(
              ['Time', 'What was seen'],
              record.entries.map(({ at, seen }) => [at === null ? '' : wallTimeOf(at), seen]),
            ),
          ],
        },
        { title: 'Feedback', blocks: [text(record.feedback)] },
        { title: 'The candidate’s comment', blocks: [text(record.candidateComment)] },
      ]
    case 'WT':
      return [
        {
          title: 'Witness',
          blocks: [
            {
              kind: 'facts',
              facts: [fact('Name', record.witnessName), fact('Relationship', record.relationship), fact('Category', record.category)],
            },
          ],
        },
        { title: 'What the witness wrote', blocks: [text(record.statement)] },
        { title: 'Signed', blocks: [text(record.signedAt === null ? '' : momentInWords(record.signedAt))] },
      ]
    case 'A':
      return [
        ...record.headings.map(({ heading, document }) => ({ title: heading, blocks: [text(document)] })),
        { title: 'Sources', blocks: [{ kind: 'list', items: record.sources.map(({ says }) => says) }] },
        { title: 'Declaration', blocks: [text(record.declaration)] },
      ]
    case 'Q':
      return [
        {
          title: 'Questions and answers',
          blocks: [
            table(
              ['Question', 'Answer'],
              record.exchanges.map(({ question, answer }) => [question, answer]),
            ),
          ],
        },
      ]
    case 'PD':
      return [
        {
          title: 'Agenda agreed beforehand',
          blocks: [
            table(
              ['Criterion', 'Point'],
              record.agenda.map(({ leaf, point }) => [leaf, point]),
            ),
          ],
        },
        {
          title: 'Where in the recording',
          blocks: [
            table(
              ['Time', 'Point'],
              record.timeIndex.map(({ at, point }) => [clockOf(at), point]),
            ),
          ],
        },
        { title: 'Summary', blocks: [text(record.summary)] },
      ]
    case 'RA':
      return [
        { title: 'My own part', blocks: [text(record.ownRole)] },
        { title: 'What?', blocks: [text(record.what)] },
        { title: 'So what?', blocks: [text(record.soWhat)] },
        { title: 'Now what?', blocks: [text(record.nowWhat)] },
      ]
    case 'PE':
      return [
        { title: 'How it came about', blocks: [text(record.howProduced)] },
        { title: 'Where it lies', blocks: [text(record.place)] },
      ]
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
