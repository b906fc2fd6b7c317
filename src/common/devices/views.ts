// Devices as their administrators list them.
import { moment } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'

/** All devices of the organisation, the newest first, with who signed in on them. */
export async function listDevices(tx: ReadTx) {
  const { organisationId } = tx
  const devices = await tx.db
    .selectFrom('devices')
    .select(['id', 'name', 'firstSeenAt', 'revokedAt'])
    .where('organisationId', '=', organisationId)
    .orderBy('firstSeenAt', 'desc')
    .execute()
  const people = await tx.db
    .selectFrom('devicePeople')
    .innerJoin('people', (join) => join.onRef('people.id', '=', 'devicePeople.personId').on('people.organisationId', '=', organisationId))
    .select(['devicePeople.deviceId', 'people.id', 'people.name', 'devicePeople.fullSignInAt'])
    .where('devicePeople.organisationId', '=', organisationId)
    .orderBy('people.name')
    .execute()
  const byDevice = Map.groupBy(people, ({ deviceId }) => deviceId)
  return devices.map(({ id, name, firstSeenAt, revokedAt }) => ({
    id,
    name,
    firstSeenAt: moment(firstSeenAt),
    revokedAt: revokedAt === null ? null : moment(revokedAt),
    people: (byDevice.get(id) ?? []).map((person) => ({ id: person.id, name: person.name, lastFullSignInAt: moment(person.fullSignInAt) })),
  }))
}
