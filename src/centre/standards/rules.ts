// What a standard demands of a leaf, and which evidence can close which half of it.
import { type Refusal, refused } from '../../core/errors.ts'
import type { AssessmentMethod, CriterionLeaf, Crosswalk, Half, HalfMethod, StandardPack } from './contract.ts'

/** The leaf of this code, or undefined when the unit has none. */
export function findLeaf(pack: StandardPack, code: string): CriterionLeaf | undefined {
  return pack.leaves.find((leaf) => leaf.code === code)
}

/** What can close this half of this leaf: the leaf's own methods where it has any, else the unit's. */
export function methodsFor(pack: StandardPack, leaf: string, half: Half): readonly HalfMethod[] {
  let known = knownMethods.get(pack)
  if (known === undefined) {
    known = { observed: methodsOf(pack, 'observed'), knowledge: methodsOf(pack, 'knowledge') }
    knownMethods.set(pack, known)
  }
  return known[half].own.get(leaf) ?? known[half].all
}

interface HalfMethods {
  readonly all: readonly HalfMethod[]
  /** Of the leaves that have methods of their own. */
  readonly own: ReadonlyMap<string, readonly HalfMethod[]>
}

/** A sheet asks tens of thousands of times of a pack, and a pack never changes. */
const knownMethods = new WeakMap<StandardPack, Readonly<Record<Half, HalfMethods>>>()

function methodsOf({ methods, leafMethods }: StandardPack, wanted: Half): HalfMethods {
  const own = leafMethods.filter(({ half }) => half === wanted)
  return { all: methods.filter(({ half }) => half === wanted), own: Map.groupBy(own, ({ leaf }) => leaf) }
}

/**
 * Whether an item of this method can close this half of this leaf (rules R2 to R4): the pack says which methods do.
 * A witness counts only when an expert one, and not where the pack takes testimony as a supplement alone. Where it takes an expert's only for
 * a specialist's eye, that the eye was needed is what assessor and candidate sign when they name her in the plan.
 * @example canClose(unit307, '2.4', 'observed', { method: 'PE', isExpert: false }) // false: product evidence supports, and closes nothing
 */
export function canClose(
  pack: StandardPack,
  leaf: string,
  half: Half,
  item: { readonly method: AssessmentMethod; readonly isExpert: boolean },
): boolean {
  const rule = methodsFor(pack, leaf, half).find((one) => one.method === item.method)
  if (rule === undefined) return false
  if (!rule.onlyExpert) return true
  return item.isExpert && pack.expertWitnessCountsAsObservation !== 'supplementary'
}

/** A criterion elsewhere that what is met here may serve: for its people to judge. */
export interface Suggestion {
  readonly criterion: string
  readonly leaves: readonly string[]
  readonly difference: string
}

/** The criteria of another unit all of whose leaves here are among these. It suggests; nothing claims by it. */
export function crosswalkSuggestions(crosswalk: Crosswalk, leaves: ReadonlySet<string>): Suggestion[] {
  const criteria = [...new Set(crosswalk.leaves.map(({ criterion }) => criterion))]
  return criteria.flatMap((criterion) => {
    const speaking = crosswalk.leaves.filter((one) => one.criterion === criterion)
    if (!speaking.every(({ leaf }) => leaves.has(leaf))) return []
    return [{ criterion, leaves: speaking.map(({ leaf }) => leaf), difference: speaking[0]?.difference ?? '' }]
  })
}

/** What is wrong with a row of pasted wording. */
export type WordingTrouble = 'no_code' | 'unknown' | 'twice' | 'no_text' | 'too_long'

/** One row of pasted wording, as it was understood. */
export interface WordingRow {
  /** The line as people count. */
  readonly line: number
  /** "3.4d", or what was written where a code was looked for. */
  readonly code: string
  readonly text: string
  readonly trouble: WordingTrouble | undefined
}

export interface WordingRead {
  readonly rows: readonly WordingRow[]
  /** Leaves that no row speaks of: without them the wording is not whole. */
  readonly missing: readonly string[]
}

/** The codes that official wording can speak of: outcomes, criteria of several parts, leaves. */
export function wordingCodes(pack: StandardPack): ReadonlySet<string> {
  return new Set([
    ...pack.outcomes.map(({ number }) => String(number)),
    ...pack.criteria.map(({ code }) => code),
    ...pack.leaves.map(({ code }) => code),
  ])
}

/**
 * Reads a table of codes and words, as a handbook or a spreadsheet has it: "307.1.5 a", "1.5(a)" and a bare "a" under 1.5 are all 1.5a. A row of
 * one cell without a code goes on with the row before it, and a first row without any code is the table's heading.
 */
export function readWording(
  pack: StandardPack,
  table: readonly { readonly line: number; readonly cells: readonly string[] }[],
): WordingRead {
  const known = wordingCodes(pack)
  const rows: WordingRow[] = []
  let criterion = ''
  for (const [at, { line, cells }] of table.entries()) {
    const { code, text, isCode } = partsOf(cells, pack.unitNumber, criterion)
    const last = rows.at(-1)
    if (!isCode && at === 0) continue
    if (!isCode && cells.length === 1 && last !== undefined) {
      rows[rows.length - 1] = { ...last, text: `${last.text} ${text}`.trim() }
      continue
    }
    if (isCode) criterion = code.replace(/[a-z]$/, '')
    rows.push({ line, code, text, trouble: isCode ? undefined : 'no_code' })
  }
  const judged = rows.map((row, at) => ({ ...row, trouble: row.trouble ?? troubleOf(row, known, rows.slice(0, at)) }))
  const said = new Set(judged.filter(({ trouble }) => trouble === undefined).map(({ code }) => code))
  return { rows: judged, missing: pack.leaves.map(({ code }) => code).filter((code) => !said.has(code)) }
}

function troubleOf({ code, text }: WordingRow, known: ReadonlySet<string>, before: readonly WordingRow[]): WordingTrouble | undefined {
  if (!known.has(code)) return 'unknown'
  if (before.some((row) => row.code === code)) return 'twice'
  if (text === '') return 'no_text'
  return text.length > 1000 ? 'too_long' : undefined
}

/** The code at a row's beginning, in our spelling, and what it says. */
function partsOf(cells: readonly string[], unitNumber: string, criterion: string) {
  const whole = cells.join(' ').replace(/\s+/g, ' ').trim()
  const pattern = new RegExp(
    `^(?:outcome )?(?:${unitNumber}\\.)?(\\d{1,2}(?:\\.\\d{1,2})?)(?:\\s?\\(?([a-z])\\)?(?=[\\s.:]|$))?[.:)]?(?:\\s+|$)`,
    'i',
  )
  const found = pattern.exec(whole)
  if (found !== null) return { code: `${found[1]}${found[2]?.toLowerCase() ?? ''}`, text: whole.slice(found[0].length), isCode: true }
  const letter = /^\(?([a-z])\)?[.:]?\s+(?=\S)/.exec(whole)
  if (letter !== null && criterion.includes('.'))
    return { code: `${criterion}${letter[1]}`, text: whole.slice(letter[0].length), isCode: true }
  return { code: cells.length > 1 ? (cells[0] ?? '') : '', text: whole, isCode: false }
}

/** Refused: `wording_unknown_code`, `wording_twice`, `wording_incomplete`: each leaf of the unit once, and nothing that the unit has not. */
export function wordingRefusal(pack: StandardPack, lines: readonly { readonly code: string }[]): Refusal | undefined {
  const codes = lines.map(({ code }) => code)
  const known = wordingCodes(pack)
  if (!codes.every((code) => known.has(code))) return refused('wording_unknown_code', 'lines')
  if (new Set(codes).size !== codes.length) return refused('wording_twice', 'lines')
  return pack.leaves.every(({ code }) => codes.includes(code)) ? undefined : refused('wording_incomplete', 'lines')
}

/** Refused: `taken_back_already`, `wording_signed`. */
export function takeBackRefusal(loading: { readonly isTakenBack: boolean; readonly isSigned: boolean }): Refusal | undefined {
  if (loading.isTakenBack) return refused('taken_back_already', 'id')
  return loading.isSigned ? refused('wording_signed', 'id') : undefined
}
