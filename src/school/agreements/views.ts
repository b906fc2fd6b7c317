// Agreements of a group with their signatures, and those that wait for a person.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { dayOf, type Moment, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover, StaffPart } from '../groups/contract.ts'
import { goesOn } from '../groups/views.ts'
import type { Agreement, WaitingAgreement } from './contract.ts'
import { isDueForReview, pairOf, waitsFor } from './rules.ts'

export type AgreementOfGroup = Agreement & { readonly groupId: Id }

/** Agreements of these groups, the last proposed first; those taken back are left out. */
export async function listAgreements(tx: ReadTx, groupIds: readonly Id[]): Promise<AgreementOfGroup[]> {
  const { organisationId } = tx
  if (groupIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('agreements')
    .innerJoin('people as teacher', (join) =>
      join.onRef('teacher.id', '=', 'agreements.teacherId').on('teacher.organisationId', '=', organisationId),
    )
    .innerJoin('people as practitioner', (join) =>
      join.onRef('practitioner.id', '=', 'agreements.practitionerId').on('practitioner.organisationId', '=', organisationId),
    )
    .selectAll('agreements')
    .select(['teacher.name as teacherName', 'practitioner.name as practitionerName'])
    .where('agreements.organisationId', '=', organisationId)
    .where('agreements.groupId', 'in', groupIds)
    .where(
      sql<boolean>`not exists (select from agreement_withdrawals gone where gone.organisation_id = ${organisationId} and gone.agreement_id = agreements.id)`,
    )
    .orderBy('agreements.proposedAt', 'desc')
    .orderBy('agreements.id', 'desc')
    .execute()
  const signatures = await listSignatures(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ organisationId: _, proposedAt, ...row }) => ({
    ...row,
    proposedAt: moment(proposedAt),
    signatures: signatures.filter(({ agreementId }) => agreementId === row.id).map(({ personId, signedAt }) => ({ personId, signedAt })),
  }))
}

async function listSignatures(tx: ReadTx, ids: readonly Id[]): Promise<{ agreementId: Id; personId: Id; signedAt: Moment }[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('agreementSignatures')
    .select(['agreementId', 'personId', 'signedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('agreementId', 'in', ids)
    .orderBy('signedAt')
    .execute()
  return rows.map((row) => ({ ...row, signedAt: moment(row.signedAt) }))
}

/** One agreement by its id, with the others between the same two; undefined when there is none or it was taken back. */
export async function findAgreement(tx: ReadTx, id: Id): Promise<{ agreement: AgreementOfGroup; isLast: boolean } | undefined> {
  const row = await tx.db
    .selectFrom('agreements')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const all = await listAgreements(tx, [row.groupId])
  const agreement = all.find((one) => one.id === id)
  return agreement && { agreement, isLast: betweenTheSame(all, agreement)[0]?.id === id }
}

/** Those between the same two, in the order of the list. */
function betweenTheSame<T extends AgreementOfGroup>(all: readonly T[], { groupId, teacherId, practitionerId }: T): readonly T[] {
  return all.filter((one) => one.groupId === groupId && one.teacherId === teacherId && one.practitionerId === practitionerId)
}

/** What waits for this person in the open groups that they work with: their signature, or a look after the day for it has come. */
export async function listWaitingAgreements(tx: ReadTx, personId: Id): Promise<WaitingAgreement[]> {
  const groups = await tx.db
    .selectFrom('groupStaff')
    .innerJoin('groups', (join) =>
      join
        .onRef('groups.id', '=', 'groupStaff.groupId')
        .on('groups.organisationId', '=', tx.organisationId)
        .on('groups.closedAt', 'is', null),
    )
    .select(['groups.id', 'groups.name', 'groups.cover'])
    .distinct()
    .where('groupStaff.organisationId', '=', tx.organisationId)
    .where('groupStaff.personId', '=', personId)
    .where(goesOn('groupStaff', tx.now))
    .orderBy('groups.name')
    .execute()
  const all = await listAgreements(
    tx,
    groups.map(({ id }) => id),
  )
  const mine = all.filter((one) => one.teacherId === personId || one.practitionerId === personId)
  const firsts = mine.filter((one) => betweenTheSame(mine, one)[0] === one)
  return groups.flatMap(({ id, name, cover }) =>
    firsts
      .filter(({ groupId }) => groupId === id)
      .flatMap((last) => {
        const reason = reasonToWait(betweenTheSame(mine, last), { personId, today: dayOf(tx.now) })
        const colleagueName = last.teacherId === personId ? last.practitionerName : last.teacherName
        return reason === undefined ? [] : [{ groupId: id, groupName: name, cover: cover as Cover, colleagueName, waitsFor: reason }]
      }),
  )
}

function reasonToWait(
  ofPair: readonly AgreementOfGroup[],
  { personId, today }: { personId: Id; today: string },
): WaitingAgreement['waitsFor'] | undefined {
  const { proposed, holds } = pairOf(ofPair)
  if (proposed !== undefined) return waitsFor(proposed, personId) ? 'signature' : undefined
  return holds !== undefined && isDueForReview(holds, today) ? 'review' : undefined
}

/** Who works with a group always, as what: a colleague who takes one session agrees on nothing. */
export async function listStaffParts(tx: ReadTx, groupId: Id): Promise<{ personId: Id; part: StaffPart }[]> {
  const rows = await tx.db
    .selectFrom('groupStaff')
    .select(['personId', 'part'])
    .where('organisationId', '=', tx.organisationId)
    .where('groupId', '=', groupId)
    .where('sessionId', 'is', null)
    .where(goesOn('groupStaff', tx.now))
    .execute()
  return rows.map(({ personId, part }) => ({ personId, part: part as StaffPart }))
}
