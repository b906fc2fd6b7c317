// What a plan may say, when it can be signed, whose signature counts, and what changed since. Pure.
import * as z from 'zod/mini'
import { canonical, type Plain } from '../../core/canonical.ts'
import { type Refusal, refused } from '../../core/errors.ts'
import { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { PlannedHalf } from '../planner/contract.ts'
import type { AssessmentMethod, Half, StandardPack } from '../standards/contract.ts'
import { canClose, findLeaf } from '../standards/rules.ts'
import { type Plan, PlanContent, type PlanPart } from './contract.ts'

/** A unit as rules on plans need it. */
export interface PlannedUnit {
  readonly registration: { readonly id: Id; readonly candidateId: Id; readonly assessorId: Id }
  readonly pack: StandardPack
}

/** The text that is hashed and signed: the plan's own id, its two people, and all that it says. */
export function signedText(plan: { id: Id; candidateId: Id; assessorId: Id }, content: PlanContent): string {
  return canonical({ format: 'evident-plan-1', ...plan, ...(content as unknown as Record<string, Plain>) })
}

/** A kept text as it was written: the signed one, with its assessor. */
export function readSignedText(text: string): { readonly assessorId: Id; readonly content: PlanContent } {
  const kept: unknown = JSON.parse(text)
  return { assessorId: z.parse(z.object({ assessorId: Id }), kept).assessorId, content: z.parse(PlanContent, kept) }
}

/**
 * Refused: `changed_meanwhile`, `not_one_candidate`, `not_one_assessor`, `ends_before_it_begins`, `unknown_leaf`, `half_not_demanded`,
 * `unknown_moment`, `planned_twice`, `method_cannot_close`, `unknown_witness`.
 */
export function planRefusal(
  wish: { readonly basedOn: number; readonly content: PlanContent },
  facts: {
    readonly version: number
    readonly candidateId: Id | undefined
    readonly units: readonly PlannedUnit[]
    readonly witnessIds: readonly Id[]
  },
): Refusal | undefined {
  const { content } = wish
  if (wish.basedOn !== facts.version) return refused('changed_meanwhile', 'basedOn')
  const candidates = new Set([...facts.units.map((unit) => unit.registration.candidateId), facts.candidateId].filter(Boolean))
  if (candidates.size !== 1) return refused('not_one_candidate', 'content.registrationIds')
  const assessors = new Set(facts.units.map((unit) => unit.registration.assessorId))
  if (assessors.size !== 1) return refused('not_one_assessor', 'content.registrationIds')
  const { startTime, endTime } = content.visit
  if (startTime !== null && endTime !== null && endTime <= startTime) return refused('ends_before_it_begins', 'content.visit.endTime')
  const isKnown = (id: Id | null) => id === null || facts.witnessIds.includes(id)
  if (!content.witnesses.every(({ witnessId }) => isKnown(witnessId))) return refused('unknown_witness', 'content.witnesses')
  return forecastRefusal(content, facts.units) ?? otherWaysRefusal(content, facts.units)
}

function forecastRefusal({ forecast, moments }: PlanContent, units: readonly PlannedUnit[]): Refusal | undefined {
  if (forecast.some(({ moment }) => moment >= moments.length)) return refused('unknown_moment', 'content.forecast')
  if (hasTwice(forecast)) return refused('planned_twice', 'content.forecast')
  const wrong = forecast.map((one) => halfRefusal(one, one.method, units)).find((refusal) => refusal !== undefined)
  return wrong && { ...wrong, field: 'content.forecast' }
}

function otherWaysRefusal({ otherWays }: PlanContent, units: readonly PlannedUnit[]): Refusal | undefined {
  const wrong = otherWays
    .flatMap(({ method, leaves }) => leaves.map((one) => halfRefusal(one, method, units)))
    .find((refusal) => refusal !== undefined)
  return wrong && { ...wrong, field: 'content.otherWays' }
}

const keyOf = ({ registrationId, leaf, half }: PlannedHalf) => `${registrationId} ${leaf} ${half}`

function hasTwice(halves: readonly PlannedHalf[]): boolean {
  return new Set(halves.map(keyOf)).size !== halves.length
}

function halfRefusal(
  { registrationId, leaf: code, half }: PlannedHalf,
  method: AssessmentMethod,
  units: readonly PlannedUnit[],
): Refusal | undefined {
  const unit = units.find((one) => one.registration.id === registrationId)
  const leaf = unit && findLeaf(unit.pack, code)
  if (unit === undefined || leaf === undefined) return refused('unknown_leaf')
  if (!leaf.halves.includes(half)) return refused('half_not_demanded')
  return canPlanBy(unit.pack, code, half, method) ? undefined : refused('method_cannot_close')
}

/** Whether a method can be planned for a half: one that could close it, a witness as an expert one (R2, R3). */
export function canPlanBy(pack: StandardPack, leaf: string, half: Half, method: AssessmentMethod): boolean {
  return canClose(pack, leaf, half, { method, isExpert: method === 'WT' })
}

/** Refused: `changed_meanwhile`, `assessor_changed`, `already_signed`, `meeting_missing`, `visit_incomplete`, `nothing_planned`. */
export function signRefusal(
  wish: { readonly contentHash: string; readonly part: PlanPart },
  plan: Pick<Plan, 'contentHash' | 'content' | 'signatures' | 'assessorId'>,
  units: readonly PlannedUnit['registration'][],
): Refusal | undefined {
  if (wish.contentHash !== plan.contentHash) return refused('changed_meanwhile', 'contentHash')
  if (units.some(({ assessorId }) => assessorId !== plan.assessorId)) return refused('assessor_changed', 'planId')
  if (plan.signatures.some(({ part }) => part === wish.part)) return refused('already_signed', 'planId')
  const { meeting, visit, forecast, otherWays } = plan.content
  if (meeting.on === null) return refused('meeting_missing', 'planId')
  if (forecast.length + otherWays.length === 0) return refused('nothing_planned', 'planId')
  const isVisitSaid = visit.on !== null && visit.startTime !== null && visit.endTime !== null && visit.site !== '' && visit.activity !== ''
  return forecast.length > 0 && !isVisitSaid ? refused('visit_incomplete', 'planId') : undefined
}

/** Refused: `in_the_future`, `next_meeting_before`. */
export function entryRefusal(entry: { readonly saidOn: Day; readonly nextMeetingOn: Day | null }, today: Day): Refusal | undefined {
  if (entry.saidOn > today) return refused('in_the_future', 'saidOn')
  if (entry.nextMeetingOn !== null && entry.nextMeetingOn < entry.saidOn) return refused('next_meeting_before', 'nextMeetingOn')
  return undefined
}

/** Both have signed the text that the plan has now. */
export function isAgreed({ signatures }: { readonly signatures: readonly { readonly part: string }[] }): boolean {
  return (['candidate', 'assessor'] as const).every((part) => signatures.some((signature) => signature.part === part))
}

/** Whose signature a plan still waits for. */
export function waitsForPart({ signatures }: Pick<Plan, 'signatures'>, part: PlanPart): boolean {
  return !signatures.some((signature) => signature.part === part)
}

/** What the plan does with one open half: shown in the visit, in another way, or nothing yet. */
export type Placing =
  | { readonly kind: 'moment'; readonly moment: number; readonly method: string }
  | { readonly kind: 'other'; readonly way: number }
  | { readonly kind: 'none' }

/** Where a half is planned, a moment of the visit before another way. */
export function placingOf(content: Pick<PlanContent, 'forecast' | 'otherWays'>, half: PlannedHalf): Placing {
  const key = keyOf(half)
  const shown = content.forecast.find((one) => keyOf(one) === key)
  if (shown !== undefined) return { kind: 'moment', moment: shown.moment, method: shown.method }
  const way = content.otherWays.findIndex(({ leaves }) => leaves.some((one) => keyOf(one) === key))
  return way === -1 ? { kind: 'none' } : { kind: 'other', way }
}

/** One place in which two texts of a plan differ, by its path: `visit.on`, `moments.2.label`. */
export interface Change {
  readonly path: string
  readonly before: Plain
  readonly after: Plain
}

/** Every place in which a plan differs from what was signed, in the order of the text. */
export function planChanges(before: PlanContent, after: PlanContent): Change[] {
  return changesIn(before as unknown as Plain, after as unknown as Plain, '')
}

function changesIn(before: Plain, after: Plain, path: string): Change[] {
  if (canonical(before) === canonical(after)) return []
  const isRecord = (value: Plain) => value !== null && typeof value === 'object' && !Array.isArray(value)
  if (!isRecord(before) || !isRecord(after)) return [{ path, before, after }]
  const [one, other] = [before, after] as { [key: string]: Plain | undefined }[]
  return Object.keys({ ...one, ...other }).flatMap((key) =>
    changesIn(one?.[key] ?? null, other?.[key] ?? null, path === '' ? key : `${path}.${key}`),
  )
}

/** A plan can be taken back while it is one person’s wish. Refused: `plan_signed`, `thread_begun`. */
export function withdrawRefusal({ signatures, voided, entries }: Pick<Plan, 'signatures' | 'voided' | 'entries'>): Refusal | undefined {
  if (signatures.length > 0 || voided !== null) return refused('plan_signed', 'planId')
  return entries.length > 0 ? refused('thread_begun', 'planId') : undefined
}
