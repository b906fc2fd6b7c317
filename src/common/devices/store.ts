// Writes devices, their people and keys; loads what a device's word is judged by.
import type { Role } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'

/** The device as the organisation knows it, held until the transaction ends; undefined when it never heard of it. */
export function findDevice(tx: Tx, id: Id) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('devices')
    .select(['id', 'revokedAt'])
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** @throws OperationError not_found */
export async function getDevice(tx: Tx, id: Id) {
  const device = await findDevice(tx, id)
  if (device === undefined) throw notFound('deviceId')
  return device
}

/** Notes a person's full sign-in on a device, and the key by which they sign there. */
export async function noteEnrolment(
  tx: Tx,
  enrolment: { deviceId: Id; name: string; personId: Id; keyId: Id; publicKey: Buffer },
): Promise<void> {
  const { organisationId, now } = tx
  const { deviceId, name, personId, keyId, publicKey } = enrolment
  await tx.db
    .insertInto('devices')
    .values({ organisationId, id: deviceId, name, firstSeenAt: now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'id']).doUpdateSet({ name }))
    .execute()
  await tx.db
    .insertInto('devicePeople')
    .values({ organisationId, deviceId, personId, fullSignInAt: now })
    .onConflict((conflict) => conflict.columns(['organisationId', 'deviceId', 'personId']).doUpdateSet({ fullSignInAt: now }))
    .execute()
  await tx.db
    .insertInto('deviceKeys')
    .values({ organisationId, id: keyId, deviceId, personId, publicKey, addedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The key of this id, whoever's it is. */
export function findKey(tx: ReadTx, id: Id) {
  return tx.db
    .selectFrom('deviceKeys')
    .select(['personId', 'deviceId', 'publicKey', 'addedAt'])
    .where('organisationId', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Takes a device out of use and ends the sessions that PINs of this organisation's people opened on it. */
export async function revokeDevice(tx: Tx, id: Id, by: Id): Promise<void> {
  const { organisationId } = tx
  await tx.db
    .updateTable('devices')
    .set({ revokedAt: tx.now, revokedBy: by })
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  const people = tx.db.selectFrom('people').select('userId').where('organisationId', '=', organisationId).where('userId', 'is not', null)
  await tx.db.deleteFrom('auth.sessions').where('deviceId', '=', id).where('userId', 'in', people).execute()
}

/** What is known of a person on a device with a key: for a session by PIN. */
export function findPresence(tx: ReadTx, presence: { personId: Id; deviceId: Id; keyId: Id }) {
  const { organisationId } = tx
  return tx.db
    .selectFrom('deviceKeys')
    .innerJoin('devices', (join) => join.onRef('devices.id', '=', 'deviceKeys.deviceId').on('devices.organisationId', '=', organisationId))
    .innerJoin('devicePeople', (join) =>
      join
        .onRef('devicePeople.deviceId', '=', 'deviceKeys.deviceId')
        .onRef('devicePeople.personId', '=', 'deviceKeys.personId')
        .on('devicePeople.organisationId', '=', organisationId),
    )
    .innerJoin('memberships', (join) =>
      join.onRef('memberships.personId', '=', 'deviceKeys.personId').on('memberships.organisationId', '=', organisationId),
    )
    .select(['deviceKeys.publicKey', 'devices.revokedAt', 'devicePeople.fullSignInAt', 'memberships.userId', 'memberships.shutAt'])
    .where('deviceKeys.organisationId', '=', organisationId)
    .where('deviceKeys.id', '=', presence.keyId)
    .where('deviceKeys.personId', '=', presence.personId)
    .where('deviceKeys.deviceId', '=', presence.deviceId)
    .executeTakeFirst()
}

/** The roles that a person held on a day: an entry is sent on with what its author was when they made it. */
export async function rolesOn(tx: ReadTx, personId: Id, day: Day): Promise<Role[]> {
  const rows = await tx.db
    .selectFrom('roleHoldings')
    .select('role')
    .distinct()
    .where('organisationId', '=', tx.organisationId)
    .where('personId', '=', personId)
    .where('fromOn', '<=', day)
    .where((where) => where.or([where('untilOn', 'is', null), where('untilOn', '>=', day)]))
    .execute()
  return rows.map(({ role }) => role as Role)
}
