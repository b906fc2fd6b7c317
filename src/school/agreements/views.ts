// Agreements of a group with their signatures, and those that wait for a person.
import { sql } from 'kysely'
import type { Id } from '../../core/ids.ts'
import { dayOf, moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import type { Cover, StaffPart } from '../groups/contract.ts'
import { goesOn } from '../groups/views.ts'
import type { Agreement, WaitingAgreement } from './contract.ts'
import { isDueForReview, pairOf, waitsFor } from './rules.ts'

export type AgreementOfGroup = Agreement & { readonly groupId: Id }

/** Agreements that were not taken back, the last proposed first, each with its signatures. */
function standingAgreements(tx: ReadTx) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('agreements')
    .innerJoin('groups', (join) => join.onRef('groups.id', '=', 'agreements.groupId').on('groups.organisationId', '=', organisationId))
    .innerJoin('people as teacher', (join) =>
      join.onRef('teacher.id', '=', 'agreements.teacherId').on('teacher.organisationId', '=', organisationId),
    )
    .innerJoin('people as practitioner', (join) =>
      join.onRef('practitioner.id', '=', 'agreements.practitionerId').on('practitioner.organisationId', '=', organisationId),
    )
    .selectAll('agreements')
    .select(['teacher.name as teacherName', 'practitioner.name as practitionerName', 'groups.name as groupName', 'groups.cover'])
    .select(
      sql<
        { personId: Id; signedAt: string }[] | null
      >`(select json_agg(json_build_object('personId', s.person_id, 'signedAt', s.signed_at) order by s.signed_at)
        from agreement_signatures s where s.organisation_id = ${organisationId} and s.agreement_id = agreements.id)`.as('signatures'),
    )
    .where('agreements.organisationId', '=', organisationId)
    .where(
      sql<boolean>`not exists (select from agreement_withdrawals gone where gone.organisation_id = ${organisationId} and gone.agreement_id = agreements.id)`,
    )
    .orderBy('agreements.proposedAt', 'desc')
    .orderBy('agreements.id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof standingAgreements>['execute']>>[number]

function asAgreement({ organisationId: _, groupName: __, cover: ___, proposedAt, signatures, ...row }: Row): AgreementOfGroup {
  const signed = (signatures ?? []).map(({ personId, signedAt }) => ({ personId, signedAt: moment(new Date(signedAt)) }))
  return { ...row, proposedAt: moment(proposedAt), signatures: signed }
}

/** Agreements of a group, the last proposed first; those taken back are left out. */
export async function listAgreements(tx: ReadTx, groupId: Id): Promise<AgreementOfGroup[]> {
  const rows = await standingAgreements(tx).where('agreements.groupId', '=', groupId).execute()
  return rows.map(asAgreement)
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
  const all = await listAgreements(tx, row.groupId)
  const agreement = all.find((one) => one.id === id)
  return agreement && { agreement, isLast: betweenTheSame(all, agreement)[0]?.id === id }
}

/** Those between the same two, in the order of the list. */
function betweenTheSame<T extends AgreementOfGroup>(all: readonly T[], { groupId, teacherId, practitionerId }: T): readonly T[] {
  return all.filter((one) => one.groupId === groupId && one.teacherId === teacherId && one.practitionerId === practitionerId)
}

/** What waits for this person in the open groups that they work with: their signature, or a look after the day for it has come. */
export async function listWaitingAgreements(tx: ReadTx, personId: Id): Promise<WaitingAgreement[]> {
  const own = tx.db
    .selectFrom('groupStaff')
    .select('groupId')
    .where('organisationId', '=', tx.organisationId)
    .where('personId', '=', personId)
    .where(goesOn('groupStaff', tx.now))
  const rows = await standingAgreements(tx)
    .where('groups.closedAt', 'is', null)
    .where('agreements.groupId', 'in', own)
    .where((or) => or.or([or('agreements.teacherId', '=', personId), or('agreements.practitionerId', '=', personId)]))
    .execute()
  const mine = rows.map((row) => ({ ...asAgreement(row), groupName: row.groupName, cover: row.cover as Cover }))
  const lasts = mine
    .filter((one) => betweenTheSame(mine, one)[0] === one)
    .sort((one, other) => order.compare(one.groupName, other.groupName))
  return lasts.flatMap((last) => {
    const reason = reasonToWait(betweenTheSame(mine, last), { personId, today: dayOf(tx.now) })
    const { groupId, groupName, cover } = last
    const colleagueName = last.teacherId === personId ? last.practitionerName : last.teacherName
    return reason === undefined ? [] : [{ groupId, groupName, cover, colleagueName, waitsFor: reason }]
  })
}

const order = new Intl.Collator('en-GB', { numeric: true })

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
