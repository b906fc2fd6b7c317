// Unmistakable words in every free text of a school, carried as far into a centre as the product carries anything, and looked for everywhere there.
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignmentSubmit } from '../centre/assignments/contract.ts'
import { emptyContent } from '../centre/assignments/rules.ts'
import { evidenceAdd } from '../centre/evidence/contract.ts'
import { emptyRecord } from '../centre/evidence/rules.ts'
import { listEvidence } from '../centre/evidence/views.ts'
import { portfolioDocument, portfolioFile, type SealedPortfolio } from '../centre/portfolios/contract.ts'
import { getRegistration } from '../centre/registrations/views.ts'
import { type Actor, centreRoles, schoolRoles } from '../core/actor.ts'
import type { Plain } from '../core/canonical.ts'
import type { Operation } from '../core/contract.ts'
import { OperationError } from '../core/errors.ts'
import { type Id, newId } from '../core/ids.ts'
import { briefWrite } from '../school/briefs/contract.ts'
import { feedbackCorrect, feedbackGive } from '../school/feedback/contract.ts'
import { improvementCorrect, improvementRecord } from '../school/improvements/contract.ts'
import { learnerObservationCorrect } from '../school/observations/contract.ts'
import { profileWrite } from '../school/profiles/contract.ts'
import { type TestApp, type TestPerson, testApp, testPerson } from '../testing/app.ts'
import { receiveTestFile } from '../testing/centre.ts'
import { type Classroom, feedback, improvement, observation, record, setGoal } from '../testing/classroom.ts'
import { everyRow } from '../testing/every-row.ts'
import { offerEveryKind, seeAllInPlace } from '../testing/fill-descriptors.ts'
import { idsIn, readRows } from '../testing/first-house.ts'
import { fillHouse } from '../testing/full-house.ts'
import { startSession } from '../testing/handover.ts'
import { makeMarks, markOf, marksIn, textFields, withMarks } from '../testing/marks.ts'
import { ownerOf } from '../testing/owner.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { plausibleInputs } from '../testing/plausible-input.ts'
import type { Dispatch } from './dispatch.ts'
import { makePdf } from './documents.ts'
import { operations } from './operations.ts'
import { zipOf } from './portfolio-press.ts'
import { createProgram } from './program.ts'
import type { RequestLine } from './request-line.ts'

/** Texts that are no words about anybody: they name something that must be there, or are not read as words. */
const keepTheirWords: Readonly<Record<string, string>> = {
  'portfolio.remember.address': 'the address that the centre signed',
  'descriptor.offer.sentence': 'what is sent on purpose, as it was proposed; a learner’s name in it is refused (descriptors.test.ts)',
  'descriptor.offer.confirmedWords[]': 'words of that sentence',
  'safeguarding.setContacts.contacts[].phone': 'a telephone number',
  'learnerObservation.record.technique': 'a way to find out, by its name in the list',
  'learnerObservation.correct.technique': 'likewise',
  'goal.set.statement.framework': 'a statement of a framework that ships',
  'goal.set.statement.code': 'likewise',
  'misconception.add.statement.framework': 'likewise',
  'misconception.add.statement.code': 'likewise',
  'hingeQuestion.make.statement.framework': 'likewise',
  'hingeQuestion.make.statement.code': 'likewise',
  'outbox.sendOn.sealedKey': 'sealed on a device; what was in it is sent as its own command',
  'outbox.sendOn.content': 'likewise',
  'outbox.sendOn.signature': 'likewise',
}

/** What may be in the sentence that is proposed, which the practitioner reads before she sends it: what is taught, never words about a child. */
const inSentences: readonly string[] = ['goal.set.criteria[].childText', 'group.create.subject']

const marks = makeMarks()
const seeded = new Set<string>()
const kept: ReadonlySet<string> = new Set(Object.keys(keepTheirWords))
const ofSchools: readonly Operation[] = operations
  .map(({ contract }) => contract)
  .filter((contract) => contract.type === 'command' && contract.where !== 'centre' && contract.who === 'person')

/** Everything that a person of a school says is said in our words; what is left out is said as well, unless a rule forbids it. */
function inOurWords(dispatch: Dispatch): Dispatch {
  const say = async (actor: Actor, name: string, request: Parameters<Dispatch['command']>[2], isWhole: boolean) => {
    const operation = ofSchools.find((one) => one.name === name)
    if (operation === undefined) return dispatch.command(actor, name, request)
    const { input, fields } = withMarks(operation, request.input, { marks, except: kept, isWhole })
    const output = await dispatch.command(actor, name, { ...request, input })
    for (const field of fields) seeded.add(field)
    return output
  }
  return {
    ...dispatch,
    command: async (actor, name, request) => {
      if (actor.kind !== 'school' || actor.service !== undefined) return dispatch.command(actor, name, request)
      return say(actor, name, request, true).catch((error: unknown) => {
        if (error instanceof OperationError) return say(actor, name, request, false)
        throw error
      })
    },
  }
}

let app: TestApp
let room: Classroom
let registrationId: Id
let candidate: TestPerson
let assessor: TestPerson
let iqa: TestPerson

beforeAll(async () => {
  app = await testApp({ around: inOurWords })
  room = await fillHouse(app)
  registrationId = await offerEveryKind(app, room)
  const { candidateId, assessorId, iqaId } = await app.centre.look((tx) => getRegistration(tx, registrationId))
  const inCentre = (personId: Id | null, role: 'candidate' | 'assessor' | 'iqa') =>
    testPerson(app.dispatch, { personId: personId ?? '', organisationId: app.centre.id, kind: 'centre', roles: [role] })
  candidate = inCentre(candidateId, 'candidate')
  assessor = inCentre(assessorId, 'assessor')
  iqa = inCentre(iqaId, 'iqa')
  await seeAllInPlace(app, assessor, registrationId)
  await quoteInAssignment()
  await mendRecords()
  await sayTheRest()
}, 240_000)
afterAll(() => app.close())

/** Every sentence that arrived becomes an example in what the candidate submits. */
async function quoteInAssignment(): Promise<void> {
  const unit = await app.centre.look(async (tx) => listEvidence(tx, await getRegistration(tx, registrationId)))
  const examples = unit.flatMap(({ id: evidenceId, reference, descriptor }) =>
    descriptor === null ? [] : [{ type: 'example' as const, attrs: { evidenceId, reference, sentence: descriptor.sentence } }],
  )
  expect(examples.length).toBeGreaterThanOrEqual(7)
  const words = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'What I do beside the class' }] }
  const content = { ...emptyContent, headings: [{ heading: 'roles', writing: { type: 'doc' as const, content: [words, ...examples] } }] }
  const declaration = { isOwnWork: true, hadHelp: false, help: '', usedAi: false, ai: [] }
  await candidate.send(assignmentSubmit, { id: newId(), registrationId, content, leaves: ['1.1'], declaration })
}

/** Records of each kind are said anew; and what a full house leaves out. */
async function mendRecords(): Promise<void> {
  const { practitioner, teacher, groupId, learnerIds } = room
  const [learnerId] = learnerIds
  const { goalId, criterionIds } = await setGoal(teacher, { groupId })
  const about = { sessionId: await startSession(practitioner, room), goalId, criterionId: criterionIds[0] }
  const first = await record(practitioner, room, about)
  await practitioner.send(learnerObservationCorrect, { ...observation(room, about), correctsId: first })
  const said = feedback(room, about)
  await practitioner.send(feedbackGive, said)
  await practitioner.send(feedbackCorrect, { ...feedback(room, about), correctsId: said.id })
  const [second, third] = [feedback(room, about), await record(practitioner, room, about)]
  await practitioner.send(feedbackGive, second)
  const better = () => improvement(room, { ...about, secondObservationId: third, feedbackId: second.id })
  const improved = better()
  await practitioner.send(improvementRecord, improved)
  await practitioner.send(improvementCorrect, { ...better(), correctsId: improved.id })
  const start = { section: 'start' as const, about: 'Fractions', text: 'Halves', voice: 'together' as const, seenOn: '2026-11-20' }
  await practitioner.send(profileWrite, { id: newId(), learnerId, ...start, writtenAt: '2026-11-24T10:41:00.000Z' })
  const wanted = { part: 'wanted' as const, moment: null, technique: null, byWhen: 'At the end', form: 'spoken' as const }
  const entry = { words: 'Who can say why', source: 'teacher' as const, toldBy: 'Mr Hartley', isGone: false, replacesId: null }
  await practitioner.send(briefWrite, {
    id: newId(),
    sessionId: about.sessionId,
    ...wanted,
    ...entry,
    writtenAt: '2026-11-24T10:41:00.000Z',
  })
}

/** Commands that no step of a full house sends: by people of every role of the school, with its own ids in every place. */
async function sayTheRest(): Promise<void> {
  const owner = await ownerOf(app)
  const findIds = idsIn(await readRows(owner, [app.school.id]), app.school.id)
  await owner.end()
  const staff = [
    room.practitioner,
    room.teacher,
    ...(await Promise.all(schoolRoles.map((role) => app.school.person('Somebody Else', role)))),
  ]
  for (const operation of ofSchools) {
    const isSaid = () => textFields(operation).every((field) => seeded.has(field) || kept.has(field))
    const tries = plausibleInputs(operation, findIds).flatMap((input) => staff.map((person) => ({ input, person })))
    for (const { input, person } of tries) if (!isSaid()) await attempt(person.actor, operation, input)
  }
}

async function attempt(actor: Actor, { name, type, ...rest }: Operation, input: unknown): Promise<string> {
  const version = 'version' in rest ? (rest as { version: number }).version : 1
  const asked =
    type === 'query' ? app.dispatch.query(actor, name, input) : app.dispatch.command(actor, name, { id: newId(), version, input })
  return asked.then(JSON.stringify, (error: unknown) => {
    if (error instanceof OperationError) return JSON.stringify(error.refusal)
    throw error
  })
}

/** The fields whose words are in a text. */
const fieldsIn = (text: string) => [...new Set(marksIn(text).map(marks.fieldOf))].sort()

/** All rows that are not a school’s: the centres’, and those of tables that nobody owns. */
async function rowsOutsideSchools(): Promise<string> {
  const { rows } = await everyRow(app.connection)
  const schools = [app.school.id, app.otherSchool.id]
  return Object.values(rows)
    .flat()
    .filter((row) => !schools.includes((JSON.parse(row) as { organisation_id?: string }).organisation_id ?? ''))
    .join('\n')
}

/** Names of all files with what is in the centre’s. */
function filesOutsideSchools(): string {
  const names = readdirSync(app.filesFolder, { recursive: true, withFileTypes: true })
  return names
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const isRead = entry.isFile() && path.includes(app.centre.id)
      return isRead ? `${entry.name}\n${readFileSync(path, 'latin1')}` : entry.name
    })
    .join('\n')
}

/** What every query of a centre answers to everybody who has a part in the unit, and to each role beside them. */
async function answersOfCentre(): Promise<string> {
  const owner = await ownerOf(app)
  const findIds = idsIn(await readRows(owner, [app.centre.id]), app.centre.id)
  await owner.end()
  const others = await Promise.all(centreRoles.map((role) => app.centre.person('Somebody Else', role)))
  const said: string[] = []
  for (const operation of operations.map(({ contract }) => contract).filter(({ type, where }) => type === 'query' && where !== 'school')) {
    const tries = plausibleInputs(operation, findIds).flatMap((input) =>
      [candidate, assessor, iqa, ...others].map((person) => ({ input, person })),
    )
    for (const { input, person } of tries) said.push(await attempt(person.actor, operation, input))
  }
  return said.join('\n')
}

async function exportsOfUnit(): Promise<{ pdf: string; zip: string }> {
  const document = await candidate.ask(portfolioDocument, { registrationId })
  const pdf = pdfText(await makePdf('portfolio', document as unknown as Plain))
  const folder = mkdtempSync(join(tmpdir(), 'evident-privacy-'))
  const file = join(folder, 'portfolio.zip')
  try {
    const sealed = (await candidate.ask(portfolioFile, { registrationId })) as SealedPortfolio
    const sign = (organisationId: Id, bytes: Uint8Array) =>
      app.database.lookInOrganisation(organisationId, (tx) => app.services.keys.sign(tx, bytes))
    await pipeline((await zipOf(sealed, { files: app.services.files, sign })).bytes(), createWriteStream(file))
    // Entries lie in it as they are.
    return { pdf, zip: readFileSync(file, 'latin1') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('what a school writes', () => {
  it('was said in words of ours, in every free text that a command of a school has', () => {
    const silent = ofSchools.flatMap(textFields).filter((field) => !seeded.has(field) && !kept.has(field))
    expect(silent).toEqual([])
  })

  it('is in no row of a centre, but for what the practitioner read in the sentence that she sent', async () => {
    expect(fieldsIn(await rowsOutsideSchools())).toEqual(inSentences)
  })

  it('is in no name of a file and in no file of a centre', () => {
    expect(fieldsIn(filesOutsideSchools())).toEqual([])
  })

  it('is in no answer of a centre to anybody, but for that sentence', { timeout: 240_000 }, async () => {
    expect(fieldsIn(await answersOfCentre())).toEqual(inSentences)
  })

  it('is neither in the PDF of a unit nor in its ZIP, but for that sentence', async () => {
    const { pdf, zip } = await exportsOfUnit()
    expect({ pdf: fieldsIn(pdf), zip: fieldsIn(zip) }).toEqual({ pdf: inSentences, zip: inSentences })
  })
})

describe('the log', () => {
  it('holds no word of what is sent, refused or broken', async () => {
    const word = markOf(400_000)
    const lines: RequestLine[] = []
    const origin = 'http://localhost:4040'
    const program = await createProgram({
      connection: app.connection,
      clock: app.clock,
      secret: Buffer.alloc(32, 7),
      filesFolder: app.filesFolder,
      origin,
      connections: 2,
      addressOf: () => '192.0.2.1',
      log: (line) => lines.push(line),
    })
    const request = async (path: string, body?: string) => {
      const sent = { origin, 'content-type': 'application/json', 'evident-organisation': app.school.id, 'user-agent': word, cookie: word }
      const method = body === undefined ? 'GET' : 'POST'
      return program.app.request(path, { method, headers: sent, ...(body === undefined ? {} : { body }) })
    }
    try {
      for (const { name } of operations.map(({ contract }) => contract)) {
        await request(`/api/${name}`, JSON.stringify({ id: newId(), version: 1, input: { givenName: word, words: word } }))
        await request(`/api/${name}?input=${word}`)
      }
      await request('/api/learner.register', `{"givenName":"${word}`)
      await request('/api/auth/sign-in/email', JSON.stringify({ email: `${word}@example.org`, password: word }))
      expect(lines.length).toBeGreaterThan(operations.length)
      expect(marksIn(JSON.stringify(lines))).toEqual([])
    } finally {
      await program.close()
    }
  })
})

describe('the search', () => {
  it('finds a word in each of these places when it is there', { timeout: 240_000 }, async () => {
    const [title, name, inside] = [markOf(400_001), markOf(400_002), markOf(400_003)]
    const file = await receiveTestFile(app, { id: registrationId, candidate }, { name: `${name}.txt`, type: 'text/plain', bytes: inside })
    const product = { title, occurredOn: '2026-11-24', record: emptyRecord('PE'), isOwnWork: true }
    await candidate.send(evidenceAdd, { id: newId(), registrationId, ...product, leaves: ['2.2'], fileIds: [file.id] })
    const { pdf, zip } = await exportsOfUnit()
    const low = (...words: readonly string[]) => expect.arrayContaining(words.map((word) => word.toLowerCase()))
    expect(marksIn(await rowsOutsideSchools())).toEqual(low(title, name))
    expect(marksIn(filesOutsideSchools())).toEqual(low(inside))
    expect(marksIn(await answersOfCentre())).toEqual(low(title, name))
    expect(marksIn(pdf)).toEqual(low(title))
    expect(marksIn(zip)).toEqual(low(title, inside))
  })

  it('finds a word in hexadecimal, in Base64 from any place, and parted at the end of a line', () => {
    const word = markOf(7)
    for (const before of ['', 'a', 'ab'])
      expect(marksIn(`"${Buffer.from(`${before}${word}!`).toString('base64')}"`)).toEqual([word.toLowerCase()])
    expect(marksIn(Buffer.from(`{${word}}`).toString('hex'))).toEqual([word.toLowerCase()])
    expect(marksIn(`${word.slice(0, 5)}-\n${word.slice(5)}`)).toEqual([word.toLowerCase()])
    expect(marksIn('Nothing of it')).toEqual([])
  })
})
