// Reads how far units are: their content, what was signed of it, what stands, what sampling said.
import { canonical, type Plain } from '../../core/canonical.ts'
import { hashOfText } from '../../core/canonical-hash.ts'
import type { Id } from '../../core/ids.ts'
import { type Day, dayOf, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { contentOf as decisionsOf, type LoadedUnit, loadUnit, loadUnits } from '../decisions/views.ts'
import { contentOf as evidenceOf } from '../evidence/rules.ts'
import { contentForUnit as feedbackOf } from '../itemfeedback/views.ts'
import { contentForUnit as plansOf } from '../plans/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { contentForUnit as registrationOf } from '../registrations/views.ts'
import { isTraineeAssessor } from '../staff/views.ts'
import type { StandardPack } from '../standards/contract.ts'
import { findOfficialWording, contentForUnit as standardOf } from '../standards/views.ts'
import { contentForUnit as testimoniesOf } from '../testimonies/views.ts'
import { contentForUnit as planningOf } from '../unitpages/views.ts'
import { contentForUnit as visitsOf } from '../visits/views.ts'
import type { SamplingState, Signature, SignatureBody, SignerRole, SignOff, Verifiers } from './contract.ts'
import { type SignOffFacts, voidReason } from './rules.ts'

/**
 * All that a unit holds, as what is signed, exported and compared: plain data in one order. Nothing in it changes without an act of a person on the
 * unit: no ages, no marks such as *record erased in school*, no sampling, no signatures.
 */
export async function unitContent(tx: ReadTx, registration: Registration): Promise<UnitContent> {
  return contentAround(tx, await loadUnit(tx, registration))
}

interface UnitContent {
  readonly [part: string]: Plain
}

/** The same of a unit that is loaded already. */
async function contentAround(tx: ReadTx, { unit, decisions }: LoadedUnit): Promise<UnitContent> {
  const { registration } = unit
  const [about, standard, planning, plans, visits, testimonies, feedback] = await Promise.all([
    registrationOf(tx, registration),
    standardOf(tx, registration),
    planningOf(tx, registration),
    plansOf(tx, registration),
    visitsOf(tx, registration),
    testimoniesOf(tx, registration),
    feedbackOf(tx, registration),
  ])
  return {
    format: 'evident-unit-1',
    registration: about,
    standard,
    planning,
    plans,
    visits,
    testimonies,
    evidence: evidenceOf(unit.evidence),
    feedback,
    decisions: decisionsOf(decisions),
  }
}

/** All signatures of a unit, the last first. Whether one stands is found by the content's hash now. */
export async function listSignatures(tx: ReadTx, registrationId: Id) {
  const rows = await tx.db
    .selectFrom('signatures')
    .select(['id', 'number', 'role', 'isByTrainee', 'signedBy', 'signedAt', 'contentHash', 'body', 'bodyHash'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ body, signedAt, role, signedBy, ...row }) => {
    const { name, statement } = JSON.parse(body) as SignatureBody
    return { ...row, role: role as SignerRole, signerId: signedBy, signerName: name, statement, signedAt: moment(signedAt) }
  })
}

async function listReopenings(tx: ReadTx, registrationId: Id): Promise<SignOff['reopenings']> {
  const { organisationId } = tx
  const rows = await tx.db
    .selectFrom('signOffReopenings')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'signOffReopenings.reopenedBy').on('people.organisationId', '=', organisationId),
    )
    .select(['signOffReopenings.id', 'signOffReopenings.reason', 'people.name as reopenedByName', 'signOffReopenings.reopenedAt'])
    .where('signOffReopenings.organisationId', '=', organisationId)
    .where('signOffReopenings.registrationId', '=', registrationId)
    .orderBy('signOffReopenings.reopenedAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, reopenedAt: moment(row.reopenedAt) }))
}

interface Sampling extends Verifiers {
  readonly states: { readonly iqa: SamplingState; readonly eqa: SamplingState }
}

/**
 * What each verifier last said of a unit, and who may sign for them now. What was withdrawn, or ended before now, was not sampled. One IQA speaks for the
 * centre, the last; of external verifiers each has an account of their own, and one that ends takes nothing from another.
 */
export async function findSampling(tx: ReadTx, registrationId: Id): Promise<Sampling> {
  const rows = await tx.db
    .selectFrom('samplingMarks')
    .select(['verifier', 'state', 'verifierId', 'endsAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .orderBy('number', 'desc')
    .execute()
  const isOpen = ({ state, endsAt }: (typeof rows)[number]) => state !== 'withdrawn' && (endsAt === null || endsAt > tx.now)
  const outside = Map.groupBy(
    rows.filter(({ verifier }) => verifier === 'eqa'),
    ({ verifierId }) => verifierId,
  )
  const iqa = rows.filter(({ verifier }) => verifier === 'iqa').slice(0, 1)
  const open = { iqa: iqa.filter(isOpen), eqa: [...outside.values()].flatMap((marks) => marks.slice(0, 1)).filter(isOpen) }
  const state = (marks: typeof rows) => (marks[0]?.state ?? 'not_sampled') as SamplingState
  const idsOf = (marks: typeof rows) => marks.map(({ verifierId }) => verifierId)
  return { iqa: idsOf(open.iqa), eqa: idsOf(open.eqa), states: { iqa: state(open.iqa), eqa: state(open.eqa) } }
}

export interface LoadedSignOff {
  readonly registration: Registration
  readonly loaded: LoadedUnit
  readonly facts: SignOffFacts
  readonly content: UnitContent
  readonly contentHash: string
  readonly signatures: readonly (Signature & { readonly bodyHash: string })[]
  readonly reopenings: SignOff['reopenings']
  readonly met: number
  readonly leaves: number
  /** The official wording that it is assessed under, if the centre has loaded it. */
  readonly wordingId: Id | undefined
}

/** How far a unit is, with its content. */
export async function loadSignOff(tx: ReadTx, registration: Registration): Promise<LoadedSignOff> {
  return signOffOf(tx, await loadUnit(tx, registration))
}

/** How far units are, with their content: what they share is read once. */
export async function loadSignOffs(tx: ReadTx, registrations: readonly Registration[]): Promise<LoadedSignOff[]> {
  const units = await loadUnits(tx, registrations)
  return Promise.all(units.map((loaded) => signOffOf(tx, loaded)))
}

async function signOffOf(tx: ReadTx, loaded: LoadedUnit): Promise<LoadedSignOff> {
  const { unit } = loaded
  const { registration } = unit
  const content = await contentAround(tx, loaded)
  const contentHash = await hashOfText(canonical(content))
  const reopenings = await listReopenings(tx, registration.id)
  const { states } = await findSampling(tx, registration.id)
  const now = { contentHash, reopenedAt: reopenings[0]?.reopenedAt ?? null }
  const signatures = (await listSignatures(tx, registration.id)).map((one) => ({ ...one, voidBecause: voidReason(one, now) }))
  const standing = signatures.filter(({ voidBecause }) => voidBecause === null)
  const signed = new Set(standing.map(({ role }) => role))
  const byAssessor = standing.find(({ role }) => role === 'assessor')
  const { assessorId, packCode, packVersion } = registration
  const wording = await findOfficialWording(tx, packCode, packVersion, registration.id)
  return {
    registration,
    loaded,
    content,
    contentHash,
    signatures,
    reopenings,
    met: unit.leaves.filter(({ isComplete }) => isComplete).length,
    leaves: unit.leaves.length,
    wordingId: wording?.id,
    facts: {
      ...sampled(states, signed),
      isComplete: unit.isComplete,
      hasOfficialWording: wording !== undefined,
      needsCountersigner: byAssessor?.isByTrainee ?? (await isTraineeAssessor(tx, assessorId, dayOf(tx.now))),
      signed,
      isClaimed: registration.claimedAt !== null,
      isCertificationOver: isOver(unit.pack, dayOf(tx.now)),
    },
  }
}

function isOver({ certificationEndsOn }: Pick<StandardPack, 'certificationEndsOn'>, today: Day): boolean {
  return certificationEndsOn !== null && certificationEndsOn < today
}

/** An external verifier's account ends; the signature made in it stays. */
function sampled(states: Sampling['states'], signed: ReadonlySet<SignerRole>): Sampling['states'] {
  const kept = (verifier: 'iqa' | 'eqa') => (states[verifier] === 'not_sampled' && signed.has(verifier) ? 'agreed' : states[verifier])
  return { iqa: kept('iqa'), eqa: kept('eqa') }
}

/** The content that was signed last, if any was. */
export async function findSignedContent(tx: ReadTx, registrationId: Id, contentHash: string): Promise<Plain | undefined> {
  const row = await tx.db
    .selectFrom('signedContents')
    .select('content')
    .where('organisationId', '=', tx.organisationId)
    .where('registrationId', '=', registrationId)
    .where('contentHash', '=', contentHash)
    .executeTakeFirst()
  return row === undefined ? undefined : (JSON.parse(row.content) as Plain)
}

/** Registrations that bear a signature of anybody. */
export async function signedRegistrationIds(tx: ReadTx): Promise<ReadonlySet<Id>> {
  const rows = await tx.db
    .selectFrom('signatures')
    .select('registrationId')
    .distinct()
    .where('organisationId', '=', tx.organisationId)
    .execute()
  return new Set(rows.map(({ registrationId }) => registrationId))
}

/** Registrations that a verifier was named for by a mark. */
export async function markedRegistrationIds(tx: ReadTx, verifierId: Id): Promise<readonly Id[]> {
  const rows = await tx.db
    .selectFrom('samplingMarks')
    .select('registrationId')
    .distinct()
    .where('organisationId', '=', tx.organisationId)
    .where('verifierId', '=', verifierId)
    .execute()
  return rows.map(({ registrationId }) => registrationId)
}
