// How the people of the sample come in: two organisations are set up, and everybody else is invited.
import { createHash } from 'node:crypto'
import { organisationSetUp } from '../common/organisations/contract.ts'
import { invitationAccept, invitationCreate } from '../common/people/contract.ts'
import { safeguardingSetContacts } from '../school/safeguarding/contract.ts'
import { printSetupCode } from '../server/installation.ts'
import type { Calendar } from './calendar.ts'
import { college, type Member, organisationNames, samplePassword, school } from './cast.ts'
import type { Scene, Stage } from './stage.ts'

export function arrivalScenes({ at }: Calendar): Scene[] {
  const ofSchool = Object.values(school).filter((one) => one !== school.joan)
  const ofCollege = Object.values(college).filter((one) => one !== college.marta && one !== college.sandhu)
  return [
    { at: at(46, '09:00'), play: foundOrganisations },
    { at: at(46, '10:15'), play: (stage) => Promise.all(ofSchool.map((one) => invite(stage, school.joan, one))) },
    { at: at(45, '08:20'), play: (stage) => Promise.all(ofSchool.map((one) => comeIn(stage, one, at(45, '08:20')))) },
    { at: at(45, '08:40'), play: (stage) => nameContacts(stage, at(45, '08:40')) },
    // The college comes second: who has an account of the school gives its password.
    { at: at(45, '11:00'), play: (stage) => Promise.all(ofCollege.map((one) => invite(stage, college.marta, one))) },
    { at: at(45, '17:30'), play: (stage) => Promise.all(ofCollege.map((one) => comeIn(stage, one, at(45, '17:30')))) },
  ]
}

/** Both organisations are set up, as their first administrator would do it with the code of the terminal. */
async function foundOrganisations(stage: Stage): Promise<void> {
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

async function invite(stage: Stage, by: Member, { key, name, email, roles }: Member): Promise<void> {
  const fromOn = stage.calendar.day(46)
  await stage.send(by, stage.calendar.at(46, '10:15'), `invite ${key}`, invitationCreate, {
    linkId: stage.id(`link ${key}`),
    tokenHash: tokenHashOf(stage, key),
    personId: stage.id(key),
    name,
    email,
    roles: roles.map((role) => ({ id: stage.id(`role ${role} ${key}`), role, fromOn, untilOn: null })),
  })
}

/** Somebody who was invited opens the link and chooses the password. */
export async function comeIn(stage: Stage, { organisation, key }: Member, at: Date): Promise<void> {
  const input = { token: tokenOf(stage, key), password: samplePassword }
  await stage.send({ visitor: organisation }, at, `come in ${key}`, invitationAccept, input)
}

/** Phones of the range that no telephone has. */
async function nameContacts(stage: Stage, at: Date): Promise<void> {
  await stage.send(school.helen, at, 'say whom to tell', safeguardingSetContacts, {
    id: stage.id('safeguarding contacts'),
    contacts: [
      { part: 'lead', name: school.priya.name, phone: '0121 496 0141' },
      { part: 'deputy', name: school.ben.name, phone: '0121 496 0142' },
      { part: 'head', name: school.helen.name, phone: '0121 496 0140' },
      { part: 'local_authority_officer', name: 'Duty officer', phone: '0121 496 0180' },
      { part: 'chair_of_governors', name: 'Alan Birch', phone: '0121 496 0190' },
    ],
  })
}

/** What is kept of an invitation's link. */
export function tokenHashOf(stage: Stage, key: string): string {
  return createHash('sha256').update(tokenOf(stage, key)).digest('hex')
}

function tokenOf(stage: Stage, key: string): string {
  return createHash('sha256')
    .update(stage.id(`token ${key}`))
    .digest('base64url')
}
