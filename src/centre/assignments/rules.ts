// What holds of an assignment: what is under a heading, where sources and citations do not meet, what a second device’s writing becomes.
import { type Refusal, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { citationText, inListOrder, lackingIn, type Source, type SourcePart } from '../../core/sources.ts'
import type { Moment } from '../../core/time.ts'
import { citationsIn, countWords, emptyWriting, type Writing, wordsOf } from '../../core/writing.ts'
import type { AssignmentContent, AssignmentHeading, Coverage, KeptAssignment } from './contract.ts'

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
  if (kept !== undefined && (kept.isUnsent || isOwn(kept.basedOn) || newest === undefined)) return 'kept'
  if (newest === undefined) return { basedOn: null, isUnsent: false, content: emptyContent }
  return { basedOn: newest.revision, isUnsent: false, content: newest.content }
}
