// Taking letters in, by the post or as files: a school's descriptor becomes an item, a retraction is a mark beside it.

import { createHash } from 'node:crypto'
import type { LetterBody, LetterFile, RecordType, SignedLetter } from '../../common/letters/contract.ts'
import { readLetterBody, readLetterFile } from '../../common/letters/rules.ts'
import { insertReceived, isLetterSigned, pinSender } from '../../common/letters/store.ts'
import { findSender, isReceived } from '../../common/letters/views.ts'
import type { Actor } from '../../core/actor.ts'
import { fromBase64url } from '../../core/bytes.ts'
import { accept, notFound, OperationError, refused } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { fingerprintOf } from '../../server/keys.ts'
import { answer, handle } from '../../server/operation.ts'
import { emptyRecord } from '../evidence/rules.ts'
import { claimLeaves, insertItem } from '../evidence/store.ts'
import { findByLetter } from '../evidence/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { openRefusal } from '../registrations/rules.ts'
import { findRegistration } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import { evidenceReceiveDescriptor, evidenceReceiveRetraction, letterImport, letterInspect } from './contract.ts'
import { canDeliver, canImport, mayImport } from './policy.ts'
import { letterFault, senderRefusal } from './rules.ts'

export const arrivalHandlers = [
  handle(evidenceReceiveDescriptor, {
    role: canDeliver,
    load: (tx, letter) => loadLetter(tx, letter, true, () => true),
    allow: canDeliver,
    run: (tx, { actor, facts }) => deliver(tx, actor, facts, 'descriptor'),
  }),
  handle(evidenceReceiveRetraction, {
    role: canDeliver,
    load: (tx, letter) => loadLetter(tx, letter, true, () => true),
    allow: canDeliver,
    run: (tx, { actor, facts }) => deliver(tx, actor, facts, 'retraction'),
  }),
  answer(letterInspect, {
    role: mayImport,
    load: (tx, input, actor) => loadFile(tx, input.file, actor),
    allow: mayImport,
    run: async (tx, { facts }) => {
      const { body, sender } = facts
      return {
        fault: facts.fault ?? null,
        kind: body?.kind ?? null,
        sentence: body?.kind === 'descriptor' ? body.sentence : null,
        senderName: body?.from.organisationName ?? null,
        fingerprint: sender?.fingerprint ?? null,
        isSenderKnown: sender?.isKnown ?? false,
        isNameTaken: sender?.isNameTaken ?? false,
        isHereAlready: body !== undefined && facts.fault === undefined && (await isReceived(tx, body.letterId)),
      }
    },
  }),
  handle(letterImport, {
    role: mayImport,
    load: (tx, input, actor) => loadFile(tx, input.file, actor),
    allow: mayImport,
    run: async (tx, { input, actor, facts }) => {
      const { letter, body, registration } = sound(facts, 'file')
      if (facts.sender === undefined) throw notFound()
      accept(senderRefusal(facts.sender, input.confirmedFingerprint))
      const confirmedAs = actor.personId === registration.candidateId ? 'candidate' : 'centre_administrator'
      await pinSender(tx, { publicKey: letter.publicKey, name: body.from.organisationName, confirmedBy: actor.personId, confirmedAs })
      return takeIn(tx, actor, { letter, body, registration, delivery: 'file' })
    },
  }),
]

interface LoadedLetter {
  readonly letter: SignedLetter | undefined
  readonly body: LetterBody | undefined
  readonly registration: Registration | undefined
  readonly sender: { readonly isKnown: boolean; readonly isNameTaken: boolean; readonly fingerprint: string } | undefined
  readonly fault: ReturnType<typeof letterFault>
}

async function loadFile(tx: ReadTx, text: string, actor: Actor): Promise<LoadedLetter> {
  const file: LetterFile | undefined = readLetterFile(text)
  if (file === undefined) return { letter: undefined, body: undefined, registration: undefined, sender: undefined, fault: 'not_a_letter' }
  const isHashRight = createHash('sha256').update(file.body).digest('hex') === file.bodyHash
  return loadLetter(tx, file, isHashRight, (registration) => canImport(actor, registration))
}

async function loadLetter(
  tx: ReadTx,
  letter: SignedLetter,
  isHashRight: boolean,
  isVisible: (registration: Registration) => boolean,
): Promise<LoadedLetter> {
  const isSigned = isLetterSigned(letter)
  const body = readLetterBody(letter.body)
  const addressed = body === undefined ? undefined : await findRegistration(tx, body.addressee.registrationId)
  const registration = addressed !== undefined && isVisible(addressed) ? addressed : undefined
  const fault = letterFault({
    organisationId: tx.organisationId,
    body,
    isHashRight,
    isSigned,
    isRegistrationFound: registration !== undefined,
  })
  const sender = body === undefined ? undefined : await loadSender(tx, letter, body)
  return { letter, body, registration, sender, fault }
}

async function loadSender(tx: ReadTx, letter: SignedLetter, body: LetterBody) {
  const publicKey = fromBase64url(letter.publicKey)
  return { ...(await findSender(tx, publicKey, body.from.organisationName)), fingerprint: fingerprintOf(publicKey) }
}

/** The parts of a letter without a fault. @throws OperationError refused, with the fault as its reason */
function sound(facts: LoadedLetter, field: string): { letter: SignedLetter; body: LetterBody; registration: Registration } {
  const { letter, body, registration, fault } = facts
  if (fault !== undefined) accept(refused(fault, field))
  if (letter === undefined || body === undefined || registration === undefined) throw notFound(field)
  return { letter, body, registration }
}

async function deliver(tx: Tx, actor: Actor, facts: LoadedLetter, kind: LetterBody['kind']) {
  const { letter, body, registration } = sound(facts, 'body')
  if (body.kind !== kind) throw new OperationError(refused('other_kind', 'body'))
  await pinSender(tx, { publicKey: letter.publicKey, name: body.from.organisationName, confirmedBy: null, confirmedAs: 'installation' })
  return takeIn(tx, actor, { letter, body, registration, delivery: 'here' })
}

interface Arrival {
  readonly letter: SignedLetter
  readonly body: LetterBody
  readonly registration: Registration
  readonly delivery: 'here' | 'file'
}

/** Enters the letter; a descriptor becomes an item, once. A retraction changes nothing: the mark is read from the register. */
async function takeIn(
  tx: Tx,
  actor: Actor,
  { letter, body, registration, delivery }: Arrival,
): Promise<{ evidenceId: Id | null; reference: string | null }> {
  const isNew = await insertReceived(tx, { letter, body, delivery, receivedBy: actor.personId })
  if (body.kind === 'retraction') return (await findByLetter(tx, body.retracts)) ?? { evidenceId: null, reference: null }
  if (!isNew) return (await findByLetter(tx, body.letterId)) ?? { evidenceId: null, reference: null }
  accept(openRefusal(registration, dayOf(tx.now)))
  const evidenceId = newId(tx.now.getTime())
  const { candidateId } = registration
  const title = `${titles[body.recordType]}, ${body.from.organisationName}`
  const reference = await insertItem(tx, {
    id: evidenceId,
    candidateId,
    title,
    occurredOn: body.occurredOn,
    record: emptyRecord('PE'),
    letterId: body.letterId,
    addedBy: actor.personId,
  })
  const pack = await getPack(tx, registration.packCode, registration.packVersion)
  const leaves = body.unit.packCode === pack.code ? body.leaves.filter((code) => pack.leaves.some((leaf) => leaf.code === code)) : []
  await claimLeaves(tx, { registrationId: registration.id, evidenceId, claimedBy: actor.personId }, leaves)
  return { evidenceId, reference }
}

const titles: Readonly<Record<RecordType, string>> = {
  learner_observation: 'Learner observation',
  session: 'Session record',
  feedback: 'Feedback to a learner',
  improvement: 'Second attempt after feedback',
  handover: 'Handover to the teacher',
  agreement: 'Agreement on who does what',
  next_action: 'Next action',
}
