// Signing, reopening and claiming units; showing how far one is, what changed since it was signed, and what waits.
import type { Actor } from '../../core/actor.ts'
import type { Plain } from '../../core/canonical.ts'
import { accept, OperationError, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf, moment } from '../../core/time.ts'
import { provesSelf } from '../../server/accounts.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import type { HandlerServices } from '../../server/services.ts'
import { deciderIds } from '../decisions/views.ts'
import { listVersions } from '../evidence/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { markClaimed } from '../registrations/store.ts'
import { getRegistration, listRegistrations, namesOf } from '../registrations/views.ts'
import { isTraineeAssessor } from '../staff/views.ts'
import { keepWording } from '../standards/store.ts'
import { withoutErasedNames } from '../witnesses/rules.ts'
import { listErasedIds } from '../witnesses/views.ts'
import {
  type SignerRole,
  SignerRole as SignerRoles,
  type SignOff,
  type SignOffTask,
  signatureSign,
  signOffMine,
  signOffReopen,
  signOffShow,
  unitClaim,
  unitClaims,
  type Verifiers,
} from './contract.ts'
import { canClaimUnits, canReadWhatChanged, canReopen, canSeeSignOff, canSignAs, mayReopen, maySeeSignOff, maySign } from './policy.ts'
import { differences, keptUntil, reopenRefusal, signatureRefusal, signerRefusal, signOffState, unitClaimRefusal } from './rules.ts'
import { insertReopening, insertSignature, lockChain } from './store.ts'
import {
  findSampling,
  findSignedContent,
  type LoadedSignOff,
  loadSignOff,
  loadSignOffs,
  markedRegistrationIds,
  signedRegistrationIds,
} from './views.ts'

type Facts = Registration & { readonly verifiers: Verifiers }

async function load(tx: ReadTx, input: { registrationId: Id }): Promise<Facts> {
  const registration = await getRegistration(tx, input.registrationId)
  return { ...registration, verifiers: await findSampling(tx, registration.id) }
}

export const signOffHandlers = [
  handle(signatureSign, {
    role: maySign,
    load,
    allow: (actor, facts, { role }) => canSignAs(actor, facts, role),
    // The password is for this request alone.
    keep: ({ id, registrationId, role, contentHash }) => ({ id, registrationId, role, contentHash }),
    run: async (tx, { input, actor, facts, services }) => {
      if (!(await provesSelf(tx, actor.personId, input.password))) throw new OperationError(refused('wrong_password', 'password'))
      return sign(tx, { input, actor, registration: facts, services })
    },
  }),
  handle(signOffReopen, {
    role: mayReopen,
    load,
    allow: canReopen,
    run: async (tx, { input, actor, facts: registration }) => {
      await lockChain(tx)
      accept(reopenRefusal(input.reason, (await loadSignOff(tx, registration)).facts))
      await insertReopening(tx, { ...input, reopenedBy: actor.personId })
      return {}
    },
  }),
  handle(unitClaim, {
    role: canClaimUnits,
    load,
    allow: canClaimUnits,
    run: async (tx, { facts: registration }) => {
      await lockChain(tx)
      accept(unitClaimRefusal((await loadSignOff(tx, registration)).facts))
      await markClaimed(tx, registration.id)
      return { keptUntil: keptUntil(moment(tx.now)) }
    },
  }),
  answer(signOffShow, {
    role: maySeeSignOff,
    load,
    allow: canSeeSignOff,
    run: async (tx, { actor, facts }) => shown(tx, actor, facts, await loadSignOff(tx, facts)),
  }),
  answer(signOffMine, {
    role: maySign,
    load: async () => undefined,
    allow: maySign,
    run: (tx, { actor }) => tasksOf(tx, actor),
  }),
  answer(unitClaims, {
    role: canClaimUnits,
    load: async () => undefined,
    allow: canClaimUnits,
    run: async (tx) => {
      const signed = await signedRegistrationIds(tx)
      const registrations = (await listRegistrations(tx)).filter(({ id }) => signed.has(id))
      return (await loadSignOffs(tx, registrations)).map(({ registration, facts }) => ({
        registration,
        state: signOffState(facts),
        iqa: facts.iqa,
        eqa: facts.eqa,
        signed: SignerRoles.options.filter((role) => facts.signed.has(role)),
        refusal: unitClaimRefusal(facts)?.reason ?? null,
        keptUntil: registration.claimedAt === null ? null : keptUntil(registration.claimedAt),
      }))
    },
  }),
]

interface Signing {
  readonly input: { readonly id: Id; readonly role: SignerRole; readonly contentHash: string }
  readonly actor: Actor
  readonly registration: Registration
  readonly services: HandlerServices
}

/** Signs what is there now, when it is what the signer was shown. */
async function sign(tx: Tx, { input, actor, registration, services }: Signing) {
  await lockChain(tx)
  const { facts, content, contentHash, signatures, wordingId } = await loadSignOff(tx, registration)
  const { id, role } = input
  accept(signatureRefusal(role, facts))
  const standing = signatures.filter(({ voidBecause }) => voidBecause === null)
  accept(signerRefusal({ role, signerId: actor.personId }, { standing, deciderIds: await deciderIds(tx, registration.id) }))
  if (contentHash !== input.contentHash) throw new OperationError(refused('content_changed', 'contentHash'))
  if (wordingId !== undefined) await keepWording(tx, { registrationId: registration.id, wordingId })
  const isByTrainee = role === 'assessor' && (await isTraineeAssessor(tx, actor.personId, dayOf(tx.now)))
  const name = (await namesOf(tx, [actor.personId])).get(actor.personId) ?? ''
  return insertSignature(tx, services.keys, {
    id,
    registration,
    role,
    isByTrainee,
    signer: { id: actor.personId, name },
    content,
    previousInUnit: signatures[0]?.bodyHash ?? null,
  })
}

/** What one sees of it: all parts the same, but for their own acts; whoever claims is not shown what lies in the unit. */
async function shown(tx: ReadTx, actor: Actor, facts: Facts, loaded: LoadedSignOff): Promise<SignOff> {
  const { registration, signatures, reopenings, met, leaves, contentHash } = loaded
  const { claimedAt } = registration
  const seesContent = canReadWhatChanged(actor, facts)
  const [last] = signatures
  const signed = seesContent && last?.voidBecause === 'changed' ? await findSignedContent(tx, registration.id, last.contentHash) : undefined
  const erased = await listErasedIds(tx)
  return {
    registration,
    state: signOffState(loaded.facts),
    met,
    leaves,
    hasOfficialWording: loaded.facts.hasOfficialWording,
    needsCountersigner: loaded.facts.needsCountersigner,
    iqa: loaded.facts.iqa,
    eqa: loaded.facts.eqa,
    signatures: signatures.map(({ bodyHash: _, ...one }) => one),
    reopenings,
    contentHash,
    differences:
      signed === undefined ? [] : differences(withoutErasedNames(signed, erased), withoutErasedNames<Plain>(loaded.content, erased)),
    changedItems: signed === undefined ? [] : await changedItems(tx, registration.candidateId, signed, loaded.content),
    mine: SignerRoles.options
      .filter((role) => canSignAs(actor, facts, role))
      .map((role) => ({ role, refusal: signatureRefusal(role, loaded.facts)?.reason ?? null })),
    mayReopen: canReopen(actor, facts) && reopenRefusal('said', loaded.facts) === undefined,
    claimedAt,
    keptUntil: claimedAt === null ? null : keptUntil(claimedAt),
  }
}

interface SignedItem {
  readonly id: Id
  readonly reference: string
  readonly contentHash: string
}

const itemsIn = (content: Plain) => ((content as { readonly evidence?: unknown }).evidence ?? []) as readonly SignedItem[]

/** Items that say something else than when they were signed, each with the version that said it then. */
async function changedItems(tx: ReadTx, candidateId: Id, signed: Plain, now: Plain): Promise<SignOff['changedItems']> {
  const hashes = new Map(itemsIn(now).map(({ id, contentHash }) => [id, contentHash]))
  const changed = itemsIn(signed).filter(({ id, contentHash }) => hashes.has(id) && hashes.get(id) !== contentHash)
  const found: SignOff['changedItems'][number][] = []
  for (const { id, reference, contentHash } of changed) {
    const version = (await listVersions(tx, candidateId, id)).find((one) => one.contentHash === contentHash)
    if (version !== undefined) found.push({ evidenceId: id, reference, signedVersion: version.version })
  }
  return found
}

/** What waits for one: signatures of one's own that stand no longer, and units whose turn it is. */
async function tasksOf(tx: ReadTx, actor: Actor): Promise<SignOffTask[]> {
  const tasks: SignOffTask[] = []
  for (const loaded of await loadSignOffs(tx, await concerning(tx, actor))) {
    const { registration } = loaded
    const facts = { ...registration, verifiers: await findSampling(tx, registration.id) }
    for (const role of SignerRoles.options.filter((one) => canSignAs(actor, facts, one))) {
      const own = loaded.signatures.find((one) => one.role === role && one.signerId === actor.personId)
      const voidBecause = own === undefined || loaded.facts.signed.has(role) ? null : own.voidBecause
      if (voidBecause === null && signatureRefusal(role, loaded.facts) !== undefined) continue
      const { id: registrationId, candidateName, unitNumber, unitTitle } = registration
      tasks.push({ registrationId, candidateName, unitNumber, unitTitle, role, voidBecause })
    }
  }
  return tasks
}

/** One's own units, and those that bear a signature and that one has a part in. */
async function concerning(tx: ReadTx, { personId }: Actor): Promise<Registration[]> {
  const signed = await signedRegistrationIds(tx)
  const own = await listRegistrations(tx, { candidateId: personId })
  const staffed = (await listRegistrations(tx, { staffId: personId })).filter(({ id }) => signed.has(id))
  const known = new Set([...own, ...staffed].map(({ id }) => id))
  const marked: Registration[] = []
  for (const id of await markedRegistrationIds(tx, personId)) if (!known.has(id)) marked.push(await getRegistration(tx, id))
  return [...own, ...staffed, ...marked].filter(({ claimedAt }) => claimedAt === null)
}
