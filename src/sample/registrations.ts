// The college's register in the sample: who is a candidate with whom.
import { candidateWriteProfile, noticeAcknowledge, noticePublish, skillScanSay } from '../centre/candidates/contract.ts'
import { registrationCreate } from '../centre/registrations/contract.ts'
import { cpdRecord, qualificationCheck, qualificationEnter } from '../centre/staff/contract.ts'
import type { Calendar } from './calendar.ts'
import { college, type Member } from './cast.ts'
import type { Scene, Stage } from './stage.ts'

export const registrationLabel = ({ key }: Member): string => `registration ${key}`

const candidates = [
  { candidate: college.dawn, assessor: college.lorraine, countersigner: null, candidateNumber: '4471' },
  { candidate: college.ingrid, assessor: college.lorraine, countersigner: null, candidateNumber: '4475' },
  // Kofi still works towards his award: Lorraine countersigns what he decides.
  { candidate: college.steve, assessor: college.kofi, countersigner: college.lorraine, candidateNumber: '4473' },
] as const

const held = {
  kind: 'cava',
  title: 'Level 3 Certificate in Assessing Vocational Achievement',
  awardedOn: '2019-07-05',
  dueOn: null,
} as const
const verifies = { kind: 'iqa_award', title: 'Level 4 Award in Internal Quality Assurance', awardedOn: '2021-03-19', dueOn: null } as const

const appeals =
  'If you think that a decision is wrong, talk to your assessor first. If you still do, write to the internal verifier, Graham Ellis: you get an answer within ten working days. After that the college’s panel decides, and then the awarding body.'
const privacy =
  'The college keeps your name, your candidate number, your evidence and what was decided on it for three years after your certificate is claimed. Whoever assesses, teaches or verifies you reads it. No child is ever named in it.'

/** The notices that candidates read, and what Dawn says of herself before her unit begins. */
async function introduce(stage: Stage, at: Date): Promise<void> {
  for (const [kind, words] of [
    ['appeals', appeals],
    ['privacy', privacy],
  ] as const) {
    await stage.send(college.marta, at, `notice ${kind}`, noticePublish, { id: stage.id(`notice ${kind}`), kind, words })
    await stage.send(college.dawn, at, `read ${kind}`, noticeAcknowledge, { noticeId: stage.id(`notice ${kind}`) })
  }
  await stage.send(college.dawn, at, 'profile of dawn', candidateWriteProfile, {
    id: stage.id('profile of dawn'),
    experience: 'Six years as a teaching assistant, two of them in Year 4.',
    job: 'Teaching assistant',
    setting: 'Primary school',
    needs: 'I would rather answer questions aloud than in writing.',
  })
  const scan = [
    ['2.3', 'can_do', 'Every lesson, with a hinge question'],
    ['3.3', 'partly', 'In pairs, not yet in a group'],
    ['1.1', 'not_yet', ''],
  ] as const
  for (const [leaf, answer, words] of scan)
    await stage.send(college.dawn, at, `scan ${leaf}`, skillScanSay, {
      id: stage.id(`scan ${leaf}`),
      registrationId: stage.id(registrationLabel(college.dawn)),
      leaf,
      answer,
      words,
    })
}

export function registrationScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(45, '18:00'), play: (stage) => enterQualifications(stage, at(45, '18:00')) },
    { at: at(44, '09:30'), play: (stage) => Promise.all(candidates.map((one) => register(stage, one, at(44, '09:30')))) },
    { at: at(44, '19:10'), play: (stage) => introduce(stage, at(44, '19:10')) },
  ]
}

async function enterQualifications(stage: Stage, at: Date): Promise<void> {
  const due = { kind: 'cava' as const, title: held.title, awardedOn: null, dueOn: stage.calendar.ahead(120) }
  const all = [
    { of: college.lorraine, qualification: held },
    { of: college.graham, qualification: verifies },
    { of: college.kofi, qualification: due },
  ]
  for (const { of, qualification } of all) {
    const label = `qualification ${of.key}`
    await stage.send(of, at, label, qualificationEnter, {
      id: stage.id(label),
      personId: stage.id(of.key),
      ...qualification,
      expiresOn: null,
    })
    if (qualification.awardedOn !== null)
      await stage.send(college.marta, at, `check ${label}`, qualificationCheck, {
        qualificationId: stage.id(label),
        how: 'Certificate seen in the office',
      })
  }
  await stage.send(college.lorraine, at, 'cpd lorraine', cpdRecord, {
    id: stage.id('cpd lorraine'),
    doneOn: stage.calendar.day(48),
    minutes: 90,
    what: 'Standardisation meeting: judging 3.3 and 3.4d',
    learnt: 'Ask which moment of the lesson showed it before deciding.',
  })
}

async function register(
  stage: Stage,
  { candidate, assessor, countersigner, candidateNumber }: (typeof candidates)[number],
  at: Date,
): Promise<void> {
  const label = registrationLabel(candidate)
  await stage.send(college.marta, at, label, registrationCreate, {
    id: stage.id(label),
    candidateId: stage.id(candidate.key),
    assessorId: stage.id(assessor.key),
    countersignerId: countersigner === null ? null : stage.id(countersigner.key),
    tutorId: stage.id(college.nia.key),
    iqaId: stage.id(college.graham.key),
    site: 'Oakmere Primary School',
    candidateNumber,
    packCode: 'cg-5329-307',
    registeredOn: stage.calendar.day(44),
    endsOn: null,
  })
}
