// A school and a centre with a row in every table, made through the product's own commands: what an intruder would be after.
import sharp from 'sharp'
import { evidenceAdd, evidenceSeenInPlace, evidenceWithdraw } from '../centre/evidence/contract.ts'
import { emptyRecord } from '../centre/evidence/rules.ts'
import { registrationAddress, registrationChange } from '../centre/registrations/contract.ts'
import { cpdRecord } from '../centre/staff/contract.ts'
import { uploadQuarantine } from '../centre/uploads/contract.ts'
import { deviceEnrol } from '../common/devices/contract.ts'
import { bridgeSwitchOn } from '../common/letters/contract.ts'
import { invitationCreate } from '../common/people/contract.ts'
import { type Id, newId } from '../core/ids.ts'
import { adviceAsk, adviceWrite } from '../school/advice/contract.ts'
import { agreementPropose, agreementWithdraw } from '../school/agreements/contract.ts'
import { briefNoteLearner, briefTakeStep, briefWrite } from '../school/briefs/contract.ts'
import { consentSet } from '../school/consent/contract.ts'
import { descriptorDraft, descriptorOffer, portfolioRemember } from '../school/descriptors/contract.ts'
import { feedbackGive, feedbackWithdraw } from '../school/feedback/contract.ts'
import { goalSetLearnerWording, successCriterionMarkMet } from '../school/goals/contract.ts'
import * as talks from '../school/goaltalks/contract.ts'
import { improvementRecord, improvementWithdraw } from '../school/improvements/contract.ts'
import { learnerObservationForLearner, learnerObservationWithdraw } from '../school/observations/contract.ts'
import { photoAdd } from '../school/photos/contract.ts'
import { safeguardingSetContacts } from '../school/safeguarding/contract.ts'
import { sessionStart } from '../school/sessions/contract.ts'
import { termDatesAdd, weeklyTimeAdd } from '../school/timetable/contract.ts'
import { worryRemoveNote, worryShowNote } from '../school/worries/contract.ts'
import { runJobs } from '../server/jobs.ts'
import type { TestApp } from './app.ts'
import { receiveTestFile, testRegistration } from './centre.ts'
import { type Classroom, feedback, improvement, makeClassroom, record, setGoal } from './classroom.ts'
import { fillAssignment, fillDiscussion } from './fill-assignment.ts'
import { fillDecisions } from './fill-decisions.ts'
import { offerHandover } from './fill-descriptors.ts'
import { fillFindings } from './fill-findings.ts'
import { fillPlans, fillVisit } from './fill-plans.ts'
import { bringAPortfolio } from './fill-portfolio.ts'
import { fillProfile } from './fill-profile.ts'
import { fillCandidate, fillSampling } from './fill-sampling.ts'
import { fillSignOff } from './fill-sign-off.ts'
import { fillStandards } from './fill-standards.ts'
import { fillWitnesses } from './fill-witnesses.ts'
import { fillHandover } from './handover.ts'

/** Fills the first school and the first centre of the test application. */
export async function fillHouse(app: TestApp): Promise<Classroom> {
  const room = await makeClassroom(app.school)
  await fillPeople(app)
  const observationId = await fillClassroom(room)
  await fillAdvice(app, room)
  await fillWorries(app, room)
  await fillPortfolio(app, room, observationId)
  await app.school.look((tx) =>
    tx.db
      .insertInto('erasures')
      .values({
        organisationId: tx.organisationId,
        id: newId(),
        learnerId: newId(),
        reason: 'Moved to another county',
        erasedBy: room.teacher.id,
        erasedAt: tx.now,
        records: 4,
      })
      .execute(),
  )
  const { database, dispatch, services } = app
  await runJobs({ database, dispatch, keys: services.keys, failed: (_, error) => Promise.reject(error) })
  return room
}

async function fillPeople({ school }: TestApp): Promise<void> {
  const administrator = await school.person('Helen Marsh', 'administrator')
  const head = await school.person('Priya Raman', 'head')
  const role = { id: newId(), role: 'practitioner' as const, fromOn: '2026-09-01', untilOn: null }
  const invited = { personId: newId(), name: 'Imogen Ashdown', email: 'imogen.ashdown@example.org', roles: [role] }
  await administrator.send(invitationCreate, { linkId: newId(), tokenHash: '5e'.repeat(32), ...invited })
  await administrator.send(deviceEnrol, {
    deviceId: newId(),
    name: 'The tablet in the maths room',
    keyId: newId(),
    publicKey: 'A'.repeat(120),
  })
  await head.send(bridgeSwitchOn, {})
  await head.send(termDatesAdd, { id: newId(), kind: 'term', name: 'Autumn term', fromOn: '2026-09-02', untilOn: '2026-12-18' })
  const parts = ['lead', 'deputy', 'head', 'local_authority_officer', 'chair_of_governors'] as const
  await head.send(safeguardingSetContacts, {
    id: newId(),
    contacts: parts.map((part) => ({ part, name: 'Priya Raman', phone: '0121 496 0123' })),
  })
}

/** Everything that a lesson leaves behind; returns the observation that stands. */
async function fillClassroom(room: Classroom): Promise<Id> {
  const { teacher, practitioner, groupId, learnerIds } = room
  const [learnerId] = learnerIds
  const shared = await setGoal(teacher, { groupId })
  const { goalId, criterionIds } = shared
  const own = await setGoal(teacher, { learnerId })
  await teacher.send(goalSetLearnerWording, { id: newId(), goalId, learnerId, wording: 'Halves that are quarters as well' })
  await teacher.send(successCriterionMarkMet, { id: newId(), criterionId: criterionIds[0], learnerId })
  const sessionId = newId()
  await practitioner.send(sessionStart, { id: sessionId, groupId, startedAt: '2026-11-24T10:40:00.000Z' })
  await fillBrief(room, sessionId)
  await fillAgreements(room)
  await fillProfile(room, sessionId)
  await fillHandover(room, sessionId)
  await practitioner.send(sessionStart, { id: newId(), groupId, startedAt: '2026-11-24T10:40:00.000Z' })
  const hours = { weekday: 2, startTime: '10:45', endTime: '11:45', fromOn: '2026-11-01', untilOn: null }
  await teacher.send(weeklyTimeAdd, { id: newId(), groupId, ...hours })
  await fillTalks(room, shared, own)
  const consent = { learnerId, isGiven: true, toldBy: 'His grandmother', toldOn: '2026-11-02' }
  await teacher.send(consentSet, { id: newId(), purpose: 'photo_of_work', ...consent })
  await teacher.send(consentSet, { id: newId(), purpose: 'portfolio_descriptor', ...consent })
  const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: 'white' } })
  const photoId = newId()
  await practitioner.send(
    photoAdd,
    { id: photoId, learnerId, takenAt: '2026-11-24T10:42:00.000Z' },
    { bytes: await picture.png().toBuffer() },
  )
  const seen = { goalId, criterionId: criterionIds[0], whatSeen: 'Folded the strip and compared', childWords: 'They are the same length!' }
  const observationId = await record(practitioner, room, { ...seen, photoId })
  const wrong = await record(practitioner, room, seen)
  await practitioner.send(learnerObservationWithdraw, { id: newId(), observationId: wrong, learnerId })
  await fillFeedback(room, { sessionId, goalId, criterionId: criterionIds[0] })
  await fillFindings(room)
  await practitioner.ask(learnerObservationForLearner, { learnerId })
  return observationId
}

/** What was said before the lesson. */
async function fillBrief({ practitioner, learnerIds: [learnerId] }: Classroom, sessionId: Id): Promise<void> {
  const writtenAt = '2026-11-24T10:41:00.000Z'
  const part = { part: 'opportunity' as const, moment: 'start' as const, technique: 'Hinge question', byWhen: null, form: null }
  const entry = { ...part, words: 'Which is the same as a half?', source: 'teacher' as const, toldBy: 'Mr Hartley in the corridor' }
  const fresh = { isGone: false, replacesId: null, writtenAt }
  await practitioner.send(briefWrite, { id: newId(), sessionId, ...entry, ...fresh })
  const note = { kind: 'note' as const, words: 'Has the counters beside the page', source: 'profile' as const }
  await practitioner.send(briefNoteLearner, { id: newId(), sessionId, learnerId, ...note, ...fresh })
  await practitioner.send(briefTakeStep, { id: newId(), sessionId, step: 'asked', takenAt: writtenAt })
}

/** Feedback and an improvement that stand, and one of each that was taken back. */
async function fillFeedback(room: Classroom, about: { sessionId: Id; goalId: Id; criterionId: Id }): Promise<void> {
  const { practitioner } = room
  const [learnerId] = room.learnerIds
  const [given, wrong] = [feedback(room, { ...about, response: 'said_back' }), feedback(room, about)]
  for (const one of [given, wrong]) await practitioner.send(feedbackGive, one)
  await practitioner.send(feedbackWithdraw, { id: newId(), feedbackId: wrong.id, learnerId })
  const second = await record(practitioner, room, { ...about, source: 'work_sample', childWords: 'Two quarters line up with one half' })
  const better = improvement(room, { ...about, secondObservationId: second, feedbackId: given.id })
  const slip = improvement(room, { ...about, secondObservationId: second, feedbackId: given.id })
  for (const one of [better, slip]) await practitioner.send(improvementRecord, one)
  await practitioner.send(improvementWithdraw, { id: newId(), improvementId: slip.id, learnerId })
}

type GoalIds = Awaited<ReturnType<typeof setGoal>>

/** What is said about a goal, shown of it, and taken along. */
async function fillTalks(
  { teacher, practitioner, learnerIds: [learnerId] }: Classroom,
  ofGroup: GoalIds,
  ofLearner: GoalIds,
): Promise<void> {
  const drawing = { lines: [{ pen: 'blue' as const, points: [20, 30, 210, 30] }] }
  const firstLanguage = { language: 'pl', wording: 'Szukam tej samej ilości' }
  const wordingId = newId()
  const said = {
    goalId: ofGroup.goalId,
    learnerId,
    wording: '',
    drawing,
    symbols: ['football' as const],
    firstLanguage,
    helpedBy: 'Mr Nowak',
    observedAt: '2026-11-24T10:41:00.000Z',
  }
  await practitioner.send(talks.goalTalkSay, { id: newId(), ...said })
  await practitioner.send(talks.goalTalkSay, { id: wordingId, ...said })
  await practitioner.send(talks.goalTalkUnsay, { wordingId, learnerId })
  const noted = { goalId: ofGroup.goalId, learnerId, sessionId: null, observedAt: '2026-11-24T10:41:00.000Z' }
  const talkId = newId()
  await practitioner.send(talks.goalTalkNote, { id: newId(), ...noted, settled: { about: 'helps', words: 'Step card with three steps' } })
  await practitioner.send(talks.goalTalkNote, { id: talkId, ...noted, settled: { about: 'understood', choice: 'said_back' } })
  await practitioner.send(talks.goalTalkWithdraw, { talkId, learnerId })
  for (const { goalId } of [ofGroup, ofLearner]) {
    const exampleId = newId()
    const example = { goalId, words: 'Two strips of one length', drawing: null }
    await practitioner.send(talks.goalExampleAdd, { id: newId(), ...example, part: 'good' })
    await practitioner.send(talks.goalExampleAdd, { id: exampleId, ...example, part: 'feature' })
    await practitioner.send(talks.goalExampleWithdraw, { exampleId })
  }
  const criteria = ofGroup.criterionIds.map((criterionId) => ({ criterionId, id: newId() }))
  await teacher.send(talks.goalTakeAlong, { id: newId(), goalId: ofGroup.goalId, groupId: null, learnerId, criteria })
}

/** Asked of a subject lead, and written down as it was told. */
async function fillAdvice({ school }: TestApp, { practitioner, groupId }: Classroom): Promise<void> {
  const lead = await school.person('Anita Nair', 'subject_lead')
  const at = '2026-11-24T10:40:00.000Z'
  await practitioner.send(adviceAsk, { id: newId(), groupId, leadId: lead.id, isAsked: true, askedAt: at })
  const words = 'Hinge question, then paper folding before numbers'
  const said = { saidBy: 'Anita Nair', saidRole: 'Maths lead', saidOn: '2026-11-23', isGone: false, replacesId: null, writtenAt: at }
  await practitioner.send(adviceWrite, { id: newId(), groupId, heading: 'assessment', words, ...said })
}

/** One that stands and one that was taken back. */
async function fillAgreements({ teacher, practitioner, groupId }: Classroom): Promise<void> {
  const words = {
    term: 'Autumn term',
    startTeacher: 'Says what is to be learnt',
    startPractitioner: 'Asks them to say it back',
    middleTeacher: 'Teaches the whole class',
    middlePractitioner: 'Watches, asks and waits',
    endTeacher: 'Reads what was handed over',
    endPractitioner: 'Says what was seen',
    mayAssess: 'Questions, whiteboards, looking at work',
    records: 'What was seen and how much help it took',
    feedback: 'A handover before the end of the day',
    parents: 'The class teacher',
  }
  const [standing, takenBack] = [newId(), newId()]
  const between = { ...words, groupId, teacherId: teacher.id, practitionerId: practitioner.id, reviewOn: '2027-01-11' }
  await practitioner.send(agreementPropose, { ...between, id: takenBack })
  await practitioner.send(agreementWithdraw, { id: newId(), agreementId: takenBack })
  await teacher.send(agreementPropose, { ...between, id: standing })
}

/** From the school's letter to the decision in the centre. */
async function fillPortfolio(app: TestApp, { practitioner }: Classroom, observationId: Id): Promise<void> {
  const countersigner = await app.centre.person('Femi Cole', 'assessor')
  const registration = await testRegistration(app.centre, { countersigner }, { isTrainee: true })
  const { id: registrationId, candidate, assessor, administrator } = registration
  await bringAPortfolio(app, app.centre, candidate.id)
  await administrator.send(registrationChange, {
    id: newId(),
    registrationId,
    site: 'The school by the canal',
    reason: 'She moved in October',
  })
  const kept = { doneOn: '2026-10-06', minutes: 90, what: 'Standardisation of unit 307 at the hall', learnt: 'Ask for the moment' }
  await assessor.send(cpdRecord, { id: newId(), ...kept })
  await fillPlans(registration)
  await fillStandards(app.centre, registration)
  await fillWitnesses(app, registration)
  const { address } = await candidate.ask(registrationAddress, { registrationId })
  await practitioner.send(portfolioRemember, { id: newId(), address })
  const about = { registrationId, recordType: 'learner_observation' as const, recordIds: [observationId] }
  const { sentence, pseudonyms } = await practitioner.ask(descriptorDraft, { id: newId(), ...about })
  await practitioner.send(descriptorOffer, { id: newId(), ...about, sentence, leaves: ['2.3'], pseudonyms, confirmedWords: [] })
  const { database, dispatch, services } = app
  await runJobs({ database, dispatch, keys: services.keys, failed: (_, error) => Promise.reject(error) })
  const { id: evidenceId } = await app.centre.look((tx) =>
    tx.db
      .selectFrom('evidenceItems')
      .select('id')
      .where('organisationId', '=', tx.organisationId)
      .where('letterId', 'is not', null)
      .executeTakeFirstOrThrow(),
  )
  const seen = { where: 'In the classroom next to the hall', seenOn: '2026-11-24', permittedBy: 'Priya Raman, head' }
  await fillDiscussion(registration)
  const slip = { id: newId(), title: 'Handed in by mistake', occurredOn: '2026-11-24', record: emptyRecord('RA'), isOwnWork: true }
  await candidate.send(evidenceAdd, { ...slip, registrationId, leaves: ['4.2'] })
  await candidate.send(evidenceWithdraw, { registrationId, evidenceId: slip.id })
  const file = await receiveTestFile(app, { id: registrationId, candidate }, { name: 'plan-of-the-lesson.pdf', type: 'application/pdf' })
  const product = { ...slip, id: newId(), title: 'The plan of a lesson', record: emptyRecord('PE') }
  await candidate.send(evidenceAdd, { ...product, registrationId, leaves: ['2.2'], fileIds: [file.id] })
  await assessor.send(uploadQuarantine, { id: newId(), uploadId: file.id, reason: 'A name is to be read on page two' })
  await assessor.send(evidenceSeenInPlace, { id: newId(), registrationId, evidenceId, ...seen })
  await fillSignOff(app, registrationId, candidate)
  await fillDecisions({ id: registrationId, candidate, assessor, administrator, countersigner }, evidenceId)
  await fillAssignment({ id: registrationId, candidate, assessor })
  await fillVisit(registration)
  await fillSampling(app, registration)
  await fillCandidate(registration)
  await offerHandover(app, practitioner, registrationId)
}

/** Two notes that are worries: one waits for the safeguarding lead, one is removed. */
async function fillWorries({ school }: TestApp, room: Classroom): Promise<void> {
  const [learnerId] = room.learnerIds
  const lead = await school.person('Priya Raman', 'safeguarding_lead')
  const show = async () => {
    const id = newId()
    const observationId = await record(room.practitioner, room, { learnerId, childWords: 'Nobody must know of it' })
    await room.teacher.send(worryShowNote, { id, learnerId, observationId })
    return id
  }
  await show()
  await lead.send(worryRemoveNote, { shownNoteId: await show(), learnerId })
}
