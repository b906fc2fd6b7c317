// The assignment’s headings, and what its author keeps while she writes.
import { canonical } from '../../core/canonical.ts'
import type { Parsed } from '../../core/contract.ts'
import { accept } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { insertAgenda } from '../discussions/store.ts'
import type { EvidenceItem } from '../evidence/contract.ts'
import { addVersion, claimLeaves, insertItem, lockItem } from '../evidence/store.ts'
import { listEvidence } from '../evidence/views.ts'
import type { Registration } from '../registrations/contract.ts'
import { isAssessor, isCandidate, mayReadPortfolios } from '../registrations/policy.ts'
import { openRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import {
  assignmentChooseDraft,
  assignmentDrafts,
  assignmentMarkPoint,
  assignmentOutline,
  assignmentSaveDraft,
  assignmentSubmit,
  assignmentSubmitted,
} from './contract.ts'
import { canDiscuss, canReadOutline, canReadSubmitted, canWrite } from './policy.ts'
import { agendaOf, choiceRefusal, draftToWriteOn, pointRefusal, recordOf, submissionRefusal } from './rules.ts'
import { chooseDraft, insertDraft, insertPoint, insertSubmission, lockDrafts, writeOnDraft } from './store.ts'
import { listDrafts, listHeadings, listPoints, listSubmissions } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

async function lockedDrafts(tx: Tx, registrationId: Id) {
  await lockDrafts(tx, registrationId)
  return listDrafts(tx, registrationId)
}

export const assignmentHandlers = [
  answer(assignmentOutline, {
    role: mayReadPortfolios,
    load,
    allow: canReadOutline,
    run: (tx, { facts }) => listHeadings(tx, facts),
  }),
  answer(assignmentDrafts, {
    role: isCandidate,
    load,
    allow: canWrite,
    run: (tx, { input }) => listDrafts(tx, input.registrationId),
  }),
  handle(assignmentSaveDraft, {
    role: isCandidate,
    // A draft is no record yet: its words stay out of the audit trail, which keeps that something was saved.
    keep: ({ registrationId, revision, basedOn }) => ({ registrationId, revision, basedOn }),
    load,
    allow: canWrite,
    run: async (tx, { input }) => {
      const drafts = await lockedDrafts(tx, input.registrationId)
      const before = draftToWriteOn(drafts, input.basedOn)
      if (before === undefined) await insertDraft(tx, input)
      else await writeOnDraft(tx, before.id, input)
      return { isBeside: before === undefined && drafts.some(({ setAsideAt }) => setAsideAt === null) }
    },
  }),
  handle(assignmentChooseDraft, {
    role: isCandidate,
    load,
    allow: canWrite,
    run: async (tx, { input }) => {
      accept(choiceRefusal(await lockedDrafts(tx, input.registrationId), input.draftId))
      await chooseDraft(tx, input)
      return {}
    },
  }),
  answer(assignmentSubmitted, {
    role: mayReadPortfolios,
    load,
    allow: canReadSubmitted,
    run: async (tx, { input: { registrationId } }) => ({
      submissions: await listSubmissions(tx, registrationId),
      points: await listPoints(tx, registrationId),
    }),
  }),
  handle(assignmentSubmit, {
    role: isCandidate,
    load,
    allow: canWrite,
    run: (tx, { input, actor, facts }) => submit(tx, input, { registration: facts, submittedBy: actor.personId }),
  }),
  handle(assignmentMarkPoint, {
    role: isAssessor,
    load,
    allow: canDiscuss,
    run: async (tx, { input, actor, facts }) => {
      accept(openRefusal(facts, dayOf(tx.now)))
      const submissions = await listSubmissions(tx, input.registrationId)
      const submitted = submissions.find(({ evidenceId, version }) => evidenceId === input.evidenceId && version === input.version)
      accept(pointRefusal(input, { record: submitted?.record, headings: await listHeadings(tx, facts) }))
      const { way, ...point } = input
      const agendaId = way === 'discussion' ? newId(tx.now.getTime()) : null
      if (agendaId !== null) {
        const { registrationId } = input
        await insertAgenda(tx, { id: agendaId, registrationId, points: agendaOf(point), proposedBy: actor.personId })
      }
      await insertPoint(tx, { ...point, leaves: [...new Set(point.leaves)], agendaId, markedBy: actor.personId })
      return {}
    },
  }),
]

async function submit(
  tx: Tx,
  { id, content, leaves, declaration }: Parsed<typeof assignmentSubmit.input>,
  { registration, submittedBy }: { registration: Registration; submittedBy: Id },
) {
  const { id: registrationId, candidateId, unitNumber, unitTitle } = registration
  accept(openRefusal(registration, dayOf(tx.now)))
  // Two submissions at once are two versions, one after the other.
  await lockItem(tx, { candidateId, method: 'A' })
  const headings = await listHeadings(tx, registration)
  const record = recordOf(content, headings, declaration)
  const [submitted] = await listSubmissions(tx, registrationId)
  const items = await listEvidence(tx, registration)
  const standing = items.find((item) => item.id === submitted?.evidenceId)
  // One that was taken back at once is gone: what is submitted then is another item.
  const last = standing === undefined ? undefined : submitted
  accept(
    submissionRefusal(
      { content, leaves, declaration },
      { headings, examples: sentencesOf(items), isSame: standing !== undefined && canonical(standing.record) === canonical(record) },
    ),
  )
  const said = { title: `Assignment, unit ${unitNumber}: ${unitTitle}`, record }
  const evidenceId = last?.evidenceId ?? id
  // The day stays the first submission’s: the same words again are the same content, and what was decided on them stands again.
  const version =
    last === undefined
      ? 1
      : await addVersion(tx, evidenceId, {
          ...said,
          occurredOn: standing?.occurredOn ?? dayOf(tx.now),
          writtenBy: submittedBy,
          isOwnWork: true,
        })
  const reference =
    last?.reference ??
    (await insertItem(tx, { id, candidateId, ...said, occurredOn: dayOf(tx.now), addedBy: submittedBy, isOwnWork: true }))
  await claimLeaves(tx, { registrationId, evidenceId, claimedBy: submittedBy }, leaves)
  await insertSubmission(tx, { id, registrationId, evidenceId, version, submittedBy })
  return { reference, version }
}

/** The sentences that schools sent, by item. */
function sentencesOf(items: readonly EvidenceItem[]): ReadonlyMap<Id, string> {
  return new Map(items.flatMap(({ id, descriptor }) => (descriptor === null ? [] : [[id, descriptor.sentence] as const])))
}
