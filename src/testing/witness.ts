// A witness of a test candidate, brought as far as a test wants, and the secrets of links as a browser makes them.
import { createHash, randomBytes } from 'node:crypto'
import * as contract from '../centre/witnesses/contract.ts'
import { shippedCategories } from '../centre/witnesses/rules.ts'
import { visitor } from '../core/actor.ts'
import { type Id, newId } from '../core/ids.ts'
import { type TestApp, type TestOrganisation, testPerson } from './app.ts'
import type { TestRegistration } from './centre.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A token and a code with the hashes that the server is given. */
export function linkSecret(code = '493817') {
  const token = randomBytes(32).toString('base64url')
  return { token, code, tokenHash: sha256(token), codeHash: sha256(`${token}.${code}`) }
}

/** Somebody without a session, at the door of this centre. */
export function visitorOf(app: TestApp, centre: TestOrganisation) {
  return testPerson(app.dispatch, { ...visitor, kind: 'centre', organisationId: centre.id })
}

export const details = {
  name: 'Priya Nair',
  position: 'SENCO',
  relationship: 'Line manager',
  qualifications: 'National award for SEN co-ordination',
  category: shippedCategories[0] ?? '',
  isRelative: false,
}

const steps = ['added', 'contact', 'inducted', 'signed', 'approved'] as const

interface Wanted {
  /** How far; up to the approval when left out. */
  readonly upTo?: (typeof steps)[number]
  readonly name?: string
}

/** Puts a witness of the candidate into the register. */
export async function testWitness(
  app: TestApp,
  centre: TestOrganisation,
  { candidate, assessor, administrator }: TestRegistration,
  { upTo = 'approved', name = details.name }: Wanted = {},
): Promise<Id> {
  const witnessId = newId()
  const isWanted = (step: (typeof steps)[number]) => steps.indexOf(step) <= steps.indexOf(upTo)
  const said = { ...details, name }
  await assessor.send(contract.witnessAdd, { id: witnessId, detailsId: newId(), candidateId: candidate.id, ...said })
  if (isWanted('contact')) {
    const contact = { email: `${witnessId}@oakmere.example.org`, telephone: null, checkedHow: 'Rang the school’s office' }
    await administrator.send(contract.witnessSetContact, { id: newId(), witnessId, ...contact })
  }
  if (isWanted('inducted')) {
    const what = 'The unit’s criteria, and what a witness writes'
    await assessor.send(contract.witnessInduct, { id: newId(), witnessId, what, minutes: 30, inductedOn: '2026-10-05' })
  }
  if (isWanted('signed')) await signEntry(app, centre, { assessor, witnessId, name })
  if (isWanted('approved')) await assessor.send(contract.witnessApproveExpert, { id: newId(), witnessId, ...grounds })
  return witnessId
}

export const grounds = {
  knowsUnits: 'Has trained assistants on these units',
  isCompetent: 'SENCO for nine years',
  thirdGround: 'evaluates_practice' as const,
  thirdWords: 'Observes and reviews the assistants each term',
}

async function signEntry(
  app: TestApp,
  centre: TestOrganisation,
  { assessor, witnessId, name }: { assessor: TestRegistration['assessor']; witnessId: Id; name: string },
): Promise<void> {
  const { token, code, tokenHash, codeHash } = linkSecret()
  await assessor.send(contract.witnessMakeLink, { linkId: newId(), witnessId, tokenHash, codeHash })
  const { category: _, ...said } = { ...details, name }
  await visitorOf(app, centre).send(contract.witnessSign, { id: newId(), detailsId: newId(), token, code, ...said, signedName: name })
}
