// A candidate on unit 307 with her assessor, and letters from the test schools, for tests of the centre.
import { evidenceReceiveDescriptor, evidenceReceiveRetraction } from '../centre/arrivals/contract.ts'
import { registrationCreate } from '../centre/registrations/contract.ts'
import { qualificationCheck, qualificationEnter } from '../centre/staff/contract.ts'
import { getPack } from '../centre/standards/views.ts'
import { type PortfolioFile, uploadBegin } from '../centre/uploads/contract.ts'
import type { DescriptorBody, LetterBody, LetterFile, SignedLetter } from '../common/letters/contract.ts'
import { writeLetter } from '../common/letters/store.ts'
import { getSentLetter } from '../common/letters/views.ts'
import { postIn } from '../core/actor.ts'
import { toBase64url, utf8 } from '../core/bytes.ts'
import { canonical } from '../core/canonical.ts'
import { type Id, newId } from '../core/ids.ts'
import { type TestApp, type TestOrganisation, type TestPerson, testPerson } from './app.ts'

export const unit307 = 'cg-5329-307'

/** All who can have a part in a registration beside candidate and assessor. */
export interface TestParties {
  readonly tutor?: TestPerson
  readonly countersigner?: TestPerson
  readonly iqa?: TestPerson
}

export interface TestRegistration extends TestParties {
  readonly id: Id
  readonly candidate: TestPerson
  readonly assessor: TestPerson
  readonly administrator: TestPerson
}

/** Somebody for each part beside candidate and assessor. */
export async function testParties(centre: TestOrganisation): Promise<Required<TestParties>> {
  return {
    tutor: await centre.person('Nia Tarrant', 'tutor'),
    countersigner: await centre.person('Femi Cole', 'assessor'),
    iqa: await centre.person('Graham Ellis', 'iqa'),
  }
}

/** Gives an assessor a qualification that counts, so that she is no trainee. */
export async function qualify(administrator: TestPerson, assessor: TestPerson): Promise<void> {
  const id = newId()
  const award = { kind: 'cava' as const, title: 'Certificate in Assessing Vocational Achievement', awardedOn: '2020-06-01' }
  await administrator.send(qualificationEnter, { id, personId: assessor.id, ...award, dueOn: null, expiresOn: null })
  await administrator.send(qualificationCheck, { qualificationId: id, how: 'Certificate seen' })
}

/** Registers Dawn Okafor with Lorraine Pike on unit 307, and with whoever else is named; a trainee has no qualification yet. */
export async function testRegistration(
  centre: TestOrganisation,
  parties: TestParties = {},
  { isTrainee = false } = {},
): Promise<TestRegistration> {
  const administrator = await centre.person('Marta Quell', 'centre_administrator')
  const candidate = await centre.person('Dawn Okafor', 'candidate')
  const assessor = await centre.person('Lorraine Pike', 'assessor')
  if (!isTrainee) await qualify(administrator, assessor)
  if (parties.countersigner !== undefined) await qualify(administrator, parties.countersigner)
  const id = newId()
  await administrator.send(registrationCreate, {
    id,
    candidateId: candidate.id,
    assessorId: assessor.id,
    candidateNumber: '4471',
    packCode: unit307,
    registeredOn: '2026-09-14',
    endsOn: null,
    tutorId: parties.tutor?.id ?? null,
    countersignerId: parties.countersigner?.id ?? null,
    iqaId: parties.iqa?.id ?? null,
  })
  return { id, candidate, assessor, administrator, ...parties }
}

/** Registers the same candidate on another unit, with the same assessor or with another one. */
export async function registerAlso(
  { administrator, candidate, assessor, countersigner }: TestRegistration,
  packCode: string,
  assessorId = assessor.id,
): Promise<Id> {
  const id = newId()
  await administrator.send(registrationCreate, {
    ...{ id, candidateId: candidate.id, assessorId, candidateNumber: '4471', packCode, registeredOn: '2026-09-14', endsOn: null },
    ...{ tutorId: null, countersignerId: countersigner?.id ?? null, iqaId: null },
  })
  return id
}

interface TestFile {
  readonly name: string
  /** As its first bytes would say. */
  readonly type: string
  readonly bytes?: string
}

/** A file that the candidate uploaded, as the upload paths enter it. */
export async function receiveTestFile(
  { dispatch, services }: Pick<TestApp, 'dispatch' | 'services'>,
  { id: registrationId, candidate }: Pick<TestRegistration, 'id' | 'candidate'>,
  { name, type, bytes = 'what is in it' }: TestFile,
): Promise<PortfolioFile> {
  const [uploadId, content] = [newId(), utf8(bytes)]
  const size = content.length
  await candidate.send(uploadBegin, { id: uploadId, registrationId, name, size, isNoRecordingOfChild: true })
  const { organisationId } = candidate.actor
  const hash = await services.files.keep(organisationId, content)
  const shownHash = type.startsWith('image/') ? await services.files.keep(organisationId, utf8(`shown ${bytes}`)) : undefined
  const received = { size, type, hash, shownHash }
  return (await dispatch.command(candidate.actor, 'upload.keep', {
    id: newId(),
    version: 1,
    input: { uploadId },
    received,
  })) as PortfolioFile
}

/** Unit 307 as the database has it. */
export function loadUnit307(centre: TestOrganisation) {
  return centre.look((tx) => getPack(tx, unit307, 1))
}

interface Said {
  readonly centreId: Id
  readonly registrationId: Id
  readonly sentence?: string
  readonly leaves?: readonly string[]
}

/** Has a school write a descriptor, without any record behind it; returns the signed letter. */
export async function writeTestDescriptor(app: TestApp, school: TestOrganisation, said: Said): Promise<LetterFile> {
  const author = await school.person('Dawn Okafor', 'practitioner')
  const letterId = newId()
  const says: Omit<DescriptorBody, 'format' | 'letterId' | 'from' | 'writtenAt'> = {
    kind: 'descriptor',
    sentence: said.sentence ?? 'Learner B explained why 2/4 is a half after one prompt; I waited before I helped.',
    place: 'In Evident at Oakmere Primary School: learner observations of 24 November 2026',
    recordType: 'learner_observation',
    occurredOn: '2026-11-24',
    unit: { packCode: unit307, packVersion: 1, number: '307', title: 'Support assessment for learning' },
    leaves: [...(said.leaves ?? ['2.3'])],
    addressee: { organisationId: said.centreId, registrationId: said.registrationId },
  }
  return write(app, school, { id: letterId, says, centreName: 'A centre', writtenBy: author.id, sources: [] })
}

/** Has a school take a descriptor back. */
export async function writeTestRetraction(
  app: TestApp,
  school: TestOrganisation,
  descriptor: LetterFile,
  retractedOn: string,
): Promise<LetterFile> {
  const { letterId: retracts, addressee } = JSON.parse(descriptor.body) as DescriptorBody
  const author = await school.person('Saira Aziz', 'data_lead')
  const says = { kind: 'retraction' as const, retracts, retractedOn, addressee }
  return write(app, school, { id: newId(), says, centreName: 'A centre', writtenBy: author.id, sources: [] })
}

async function write(app: TestApp, school: TestOrganisation, letter: Parameters<typeof writeLetter>[2]): Promise<LetterFile> {
  const { keys } = app.services
  return school.look(async (tx) => {
    await writeLetter(tx, keys, letter)
    return (await getSentLetter(tx, letter.id, () => keys.publicKey(tx, 'signing'))).file
  })
}

/** Brings a letter as the post does, under the letter's id. */
export async function bring(app: TestApp, centre: TestOrganisation, { body, signature, publicKey }: SignedLetter) {
  const { letterId, kind } = JSON.parse(body) as DescriptorBody
  const post = testPerson(app.dispatch, postIn(centre.id))
  return post.send(
    kind === 'descriptor' ? evidenceReceiveDescriptor : evidenceReceiveRetraction,
    { body, signature, publicKey },
    { id: letterId },
  )
}

/** Any body signed by a school's key, as a school that does not keep to the rules could. */
export async function signAs(app: TestApp, school: TestOrganisation, body: LetterBody): Promise<SignedLetter> {
  const text = canonical(body)
  const { keys } = app.services
  return school.look(async (tx) => ({
    body: text,
    signature: toBase64url(await keys.sign(tx, utf8(text))),
    publicKey: toBase64url(await keys.publicKey(tx, 'signing')),
  }))
}
