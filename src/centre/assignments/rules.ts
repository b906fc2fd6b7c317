// What holds of an assignment: what is under a heading, where sources and citations do not meet, what a second device’s writing becomes.
import { canonical, type Plain } from '../../core/canonical.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { citationText, type Declaration, inListOrder, lackingIn, referenceText, type Source, type SourcePart } from '../../core/sources.ts'
import type { Moment } from '../../core/time.ts'
import { citationsIn, countWords, emptyWriting, examplesIn, linesOf, type Writing, wordsOf } from '../../core/writing.ts'
import type { AgendaPoint } from '../discussions/contract.ts'
import type { AssignmentRecord } from '../evidence/contract.ts'
import type { AssignmentContent, AssignmentHeading, AssignmentSubmission, Coverage, KeptAssignment, SaidAlike } from './contract.ts'

export const emptyContent: AssignmentContent = { headings: [], tables: [], sources: [], coverage: [] }

/** What is written under a heading; an empty text when nothing is. */
export function writingUnder(content: AssignmentContent, heading: string): Writing {
  return content.headings.find((one) => one.heading === heading)?.writing ?? emptyWriting
}

/** The cells of a table, a row for each of its rows and a text for each of its columns, whatever was kept. */
export function cellsOf(
  content: AssignmentContent,
  table: { code: string; rows: readonly string[]; columns: readonly string[] },
): string[][] {
  const kept = content.tables.find((one) => one.table === table.code)?.cells ?? []
  return table.rows.map((_, row) => table.columns.map((__, column) => kept[row]?.[column] ?? ''))
}

/** Words under one heading, those in its tables included. A help for the author, and no measure of what is shown. */
export function wordsUnder(content: AssignmentContent, heading: AssignmentHeading): number {
  const inTables = heading.tables.flatMap((table) => cellsOf(content, table)).flat()
  return countWords(writingUnder(content, heading.code)) + inTables.reduce((sum, cell) => sum + wordsOf(cell).length, 0)
}

/** What the author says of a leaf. */
export function coverageOf(content: AssignmentContent, leaf: string): Coverage | undefined {
  return content.coverage.find((one) => one.leaf === leaf)?.state
}

/** Leaves of the assignment in the unit’s order of its headings, each once. */
export function leavesOf(headings: readonly AssignmentHeading[]): readonly string[] {
  return [...new Set(headings.flatMap(({ leaves }) => leaves))]
}

/** A citation in words; one whose source was taken off the list says so. */
export function citeFrom(sources: readonly Source[], sourceId: Id, at: string): string {
  const source = sources.find(({ id }) => id === sourceId)
  return source === undefined ? '(source missing)' : citationText(source, at)
}

export interface SourceFaults {
  /** In the list, and named nowhere. */
  readonly uncited: readonly Source[]
  /** Sources in the list with a part missing. */
  readonly lacking: readonly { readonly source: Source; readonly parts: readonly SourcePart[] }[]
  /** Headings whose text names a source that is not in the list. */
  readonly sourceless: readonly string[]
}

/** Where the list of sources and the text do not meet. */
export function sourceFaults({ sources, headings }: AssignmentContent): SourceFaults {
  const cited = new Set(headings.flatMap(({ writing }) => citationsIn(writing)))
  const listed = new Set(sources.map(({ id }) => id))
  const inOrder = inListOrder(sources)
  return {
    uncited: inOrder.filter(({ id }) => !cited.has(id)),
    lacking: inOrder.map((source) => ({ source, parts: lackingIn(source) })).filter(({ parts }) => parts.length > 0),
    sourceless: headings.filter(({ writing }) => citationsIn(writing).some((id) => !listed.has(id))).map(({ heading }) => heading),
  }
}

interface Version {
  readonly id: Id
  readonly revision: Id
  readonly setAsideAt: Moment | null
}

/**
 * What saving does: the version that was on the screen is written on; when another device has written on it, or it was set aside
 * meanwhile, the words become a version beside it.
 * @returns the version to write on, or undefined for a version of its own
 */
export function draftToWriteOn<V extends Version>(drafts: readonly V[], basedOn: Id | null): V | undefined {
  return basedOn === null ? undefined : drafts.find(({ revision, setAsideAt }) => revision === basedOn && setAsideAt === null)
}

/** Refused: `draft_unknown` when the version to go on with is none of this registration. */
export function choiceRefusal(drafts: readonly Version[], draftId: Id): Refusal | undefined {
  return drafts.some(({ id }) => id === draftId) ? undefined : refused('draft_unknown', 'draftId')
}

/**
 * Which words come onto a screen: the device's own while any of them may not be with the server yet, or are what stands there;
 * otherwise the version that was saved last.
 * @param underWay revisions that this device sent or still sends and that the server's answer may not show
 */
export function draftToShow(
  kept: KeptAssignment | undefined,
  drafts: readonly (Version & { readonly content: AssignmentContent })[],
  underWay: readonly Id[],
): 'kept' | KeptAssignment {
  const standing = drafts.filter(({ setAsideAt }) => setAsideAt === null)
  const isOwn = (id: Id | null) => id !== null && (underWay.includes(id) || standing.some(({ revision }) => revision === id))
  const [newest] = standing
  if (kept !== undefined && (kept.isUnsent || kept.isUnseen || isOwn(kept.basedOn) || newest === undefined)) return 'kept'
  if (newest === undefined) return { basedOn: null, isUnsent: false, isUnseen: false, content: emptyContent }
  return { basedOn: newest.revision, isUnsent: false, isUnseen: false, content: newest.content }
}

/**
 * Whether the server has the words on the screen: said only once it has accepted them, and not while the device's list of what waits is a moment behind.
 * @param underWay what this device saved and the server's answer may not show
 */
export function isWithServer(
  { isUnsent, isUnseen, basedOn }: Pick<KeptAssignment, 'isUnsent' | 'isUnseen' | 'basedOn'>,
  underWay: readonly { readonly revision: Id; readonly isSent: boolean }[],
): boolean {
  const isAccepted = !isUnseen || underWay.some(({ revision, isSent }) => isSent && revision === basedOn)
  return !isUnsent && isAccepted && underWay.every(({ isSent }) => isSent)
}

/** What is written, heading by heading, as it is read: with the labels of today and the tables that say something. */
export function textOf(content: AssignmentContent, headings: readonly AssignmentHeading[]): Pick<AssignmentRecord, 'headings' | 'sources'> {
  return {
    headings: headings.map(({ code, label, tables }) => ({
      code,
      heading: label,
      writing: writingUnder(content, code),
      tables: tables
        .map((table) => ({ ...table, cells: cellsOf(content, table) }))
        .filter(({ cells }) => cells.flat().some((cell) => cell.trim() !== '')),
    })),
    sources: [...inListOrder(content.sources)],
  }
}

/** What is submitted, as evidence keeps it. */
export function recordOf(content: AssignmentContent, headings: readonly AssignmentHeading[], declaration: Declaration): AssignmentRecord {
  return { method: 'A', ...textOf(content, headings), declaration, note: '' }
}

interface Wish {
  readonly content: AssignmentContent
  readonly leaves: readonly string[]
  readonly declaration: Declaration
}

interface SubmissionFacts {
  readonly headings: readonly AssignmentHeading[]
  /** Sentences of the candidate’s own records that have arrived, by item. */
  readonly examples: ReadonlyMap<Id, string>
  /** Whether the standing version says just the same. */
  readonly isSame: boolean
}

/**
 * Refused: what is declared (`own_work_missing`, `help_unnamed`, `ai_unnamed`), what is claimed (`nothing_claimed`, `leaf_not_here`, `nothing_written`),
 * what is named (`citation_without_source`, `colleague_without_permission`, `example_not_hers`), `nothing_changed`.
 */
export function submissionRefusal(wish: Wish, facts: SubmissionFacts): Refusal | undefined {
  return declarationRefusal(wish.declaration) ?? claimRefusal(wish, facts) ?? namingRefusal(wish.content, facts)
}

/** What a declaration lacks. Help and AI are allowed; they are named. */
export function declarationRefusal({ isOwnWork, hadHelp, help, usedAi, ai }: Declaration): Refusal | undefined {
  if (!isOwnWork) return refused('own_work_missing', 'declaration.isOwnWork')
  if (hadHelp && help.trim() === '') return refused('help_unnamed', 'declaration.help')
  const isNamed = ai.length > 0 && ai.every(({ tool, usedFor }) => tool.trim() !== '' && usedFor.trim() !== '')
  return usedAi && !isNamed ? refused('ai_unnamed', 'declaration.ai') : undefined
}

function claimRefusal({ content, leaves }: Wish, { headings }: SubmissionFacts): Refusal | undefined {
  if (leaves.length === 0) return refused('nothing_claimed', 'leaves')
  for (const leaf of leaves) {
    const serving = headings.filter((heading) => heading.leaves.includes(leaf))
    if (serving.length === 0) return refused('leaf_not_here', 'leaves')
    if (serving.every((heading) => wordsUnder(content, heading) === 0)) return refused('nothing_written', 'leaves')
  }
  return undefined
}

function namingRefusal(content: AssignmentContent, { examples, isSame }: SubmissionFacts): Refusal | undefined {
  if (sourceFaults(content).sourceless.length > 0) return refused('citation_without_source', 'content')
  if (content.sources.some((source) => source.kind === 'colleague' && !source.hasPermission))
    return refused('colleague_without_permission', 'content')
  const quoted = content.headings.flatMap(({ writing }) => examplesIn(writing))
  if (quoted.some(({ evidenceId, sentence }) => examples.get(evidenceId) !== sentence)) return refused('example_not_hers', 'content')
  return isSame ? refused('nothing_changed', 'content') : undefined
}

/** Refused: `version_unknown`, `heading_unknown`, `passage_not_there`, `point_missing`, `nothing_claimed`, `leaf_not_here`. */
export function pointRefusal(
  wish: { heading: string; passage: string; point: string; leaves: readonly string[] },
  facts: { record: AssignmentRecord | undefined; headings: readonly AssignmentHeading[] },
): Refusal | undefined {
  if (facts.record === undefined) return refused('version_unknown', 'version')
  const under = facts.record.headings.find(({ code }) => code === wish.heading)
  if (under === undefined) return refused('heading_unknown', 'heading')
  if (wish.passage !== '' && !plainText(under).includes(inOneLine(wish.passage))) return refused('passage_not_there', 'passage')
  if (wish.point.length < 3) return refused('point_missing', 'point')
  if (wish.leaves.length === 0) return refused('nothing_claimed', 'leaves')
  const known = leavesOf(facts.headings)
  return wish.leaves.every((leaf) => known.includes(leaf)) ? undefined : refused('leaf_not_here', 'leaves')
}

const inOneLine = (text: string) => wordsOf(text).join(' ')
const plainText = ({ writing, tables }: AssignmentRecord['headings'][number]) =>
  inOneLine([...tables.flatMap(({ cells }) => cells.flat()), ...linesOf(writing)].join(' '))

/** The text under a heading as lines, its tables first: what two versions are compared by. */
export function headingText({ writing, tables }: AssignmentRecord['headings'][number], sources: readonly Source[]): string {
  const cells = tables.flatMap(({ rows, columns, cells: lines }) =>
    lines.flatMap((line, row) => line.map((cell, column) => `${rows[row] ?? ''}, ${columns[column] ?? ''}: ${cell}`)),
  )
  return [...cells, ...linesOf(writing, ({ attrs }) => citeFrom(sources, attrs.sourceId, attrs.at))].join('\n')
}

/** The list of sources as lines. */
export function sourcesText({ sources }: Pick<AssignmentRecord, 'sources'>): string {
  return inListOrder(sources).map(referenceText).join('\n')
}

/** What stands on the agenda for a point: the same words on each leaf. */
export function agendaOf({ point, leaves }: { readonly point: string; readonly leaves: readonly string[] }): readonly AgendaPoint[] {
  return [...new Set(leaves)].map((leaf) => ({ leaf, point }))
}

type Submitted = Pick<AssignmentSubmission, 'title' | 'record' | 'contentHash'>

/** What an assignment says on one leaf: all under the headings that can serve it, the sources named there, and what was declared of every word. */
function saidOn(leaf: string, { title, record: { headings, sources, ...rest } }: Submitted, outline: readonly AssignmentHeading[]): string {
  const codes = new Set(outline.filter(({ leaves }) => leaves.includes(leaf)).map(({ code }) => code))
  const serving = headings.filter(({ code }) => codes.has(code))
  const cited = new Set(serving.flatMap(({ writing }) => citationsIn(writing)))
  return canonical({ title, rest, serving, sources: sources.filter(({ id }) => cited.has(id)) } as unknown as Plain)
}

/** Per leaf of the outline the earlier submissions, by their content's hash, that say on it what the newest says. @param versions the newest first */
export function alikeOf(evidenceId: Id, versions: readonly Submitted[], outline: readonly AssignmentHeading[]): SaidAlike[] {
  const [newest, ...earlier] = versions
  if (newest === undefined) return []
  return leavesOf(outline).flatMap((leaf) => {
    const now = saidOn(leaf, newest, outline)
    const contentHashes = earlier.filter((one) => saidOn(leaf, one, outline) === now).map(({ contentHash }) => contentHash)
    return contentHashes.length === 0 ? [] : [{ evidenceId, leaf, contentHashes: [...new Set(contentHashes)] }]
  })
}

/** What an item says now, on the whole and on a leaf. */
export interface SaidNow {
  readonly id: Id
  /** SHA-256 of what it says now. */
  readonly contentHash: string
  /** By leaf: hashes of what it said before, where on that leaf it says the same now. Only an assignment has parts that serve some leaves and not others. */
  readonly alike?: ReadonlyMap<string, readonly string[]>
}

/** What items say alike, by item and leaf, as rules ask for it. */
export function alikeByItem(alike: readonly SaidAlike[]): ReadonlyMap<Id, ReadonlyMap<string, readonly string[]>> {
  const items = Map.groupBy(alike, ({ evidenceId }) => evidenceId)
  return new Map([...items].map(([id, all]) => [id, new Map(all.map(({ leaf, contentHashes }) => [leaf, contentHashes]))]))
}

interface Rested {
  readonly leaf: string
  /** What each item said then; null before hashes were kept. */
  readonly contentHashes: readonly { readonly evidenceId: Id; readonly contentHash: string | null }[]
}

/** Of each item that was rested on: whether it says the same now, something else elsewhere (`alike`), or something else on the leaf. */
export function saidSince({ leaf, contentHashes }: Rested, items: readonly SaidNow[]): ('same' | 'alike' | 'other')[] {
  const now = new Map(items.map((item) => [item.id, item]))
  return contentHashes.map(({ evidenceId, contentHash }) => {
    const item = now.get(evidenceId)
    if (contentHash === null || item?.contentHash === contentHash) return 'same'
    return item?.alike?.get(leaf)?.includes(contentHash) === true ? 'alike' : 'other'
  })
}
