// How the people of the sample come in: two organisations are set up, and everybody else is invited.
import { createHash } from 'node:crypto'
import { organisationSetUp } from '../common/organisations/contract.ts'
import { invitationAccept, invitationCreate } from '../common/people/contract.ts'
import { printSetupCode } from '../server/installation.ts'
import { college, type Member, organisationNames, samplePassword, school } from './cast.ts'
import type { Stage } from './stage.ts'

/** Both organisations are set up, as their first administrator would do it with the code of the terminal. */
export async function foundOrganisations(stage: Stage): Promise<void> {
  for (const { organisation, key, name, email } of [school.joan, college.marta]) {
    const administrator = { personId: stage.id(key), name, email, password: samplePassword }
    const code = await printSetupCode(stage.database)
    await stage.send({ founder: organisation }, stage.calendar.at(46, '09:00'), `set up ${organisation}`, organisationSetUp, {
      code,
      kind: organisation,
      name: organisationNames[organisation],
      administrator,
    })
  }
}

/** Everybody else is invited, and comes in. */
export async function invitePeople(stage: Stage): Promise<void> {
  await Promise.all(Object.values(school).map((one) => (one === school.joan ? undefined : invite(stage, school.joan, one))))
  // The college comes second: who has an account of the school gives its password.
  await Promise.all(Object.values(college).map((one) => (one === college.marta ? undefined : invite(stage, college.marta, one))))
}

async function invite(stage: Stage, by: Member, { organisation, key, name, email, roles }: Member): Promise<void> {
  const token = createHash('sha256')
    .update(stage.id(`token ${key}`))
    .digest('base64url')
  const begins = stage.calendar.day(46)
  await stage.send(by, stage.calendar.at(46, '10:15'), `invite ${key}`, invitationCreate, {
    linkId: stage.id(`link ${key}`),
    tokenHash: createHash('sha256').update(token).digest('hex'),
    personId: stage.id(key),
    name,
    email,
    roles: roles.map((role) => ({ id: stage.id(`role ${role} ${key}`), role, fromOn: begins, untilOn: null })),
  })
  await stage.send({ visitor: organisation }, stage.calendar.at(45, '08:20'), `come in ${key}`, invitationAccept, {
    token,
    password: samplePassword,
  })
}
