// A whole unit in the sample college: Ingrid has met everything and signed; her assessor signs next.
import { assessmentRecord, unitOfCandidate } from '../centre/decisions/contract.ts'
import { evidenceAdd } from '../centre/evidence/contract.ts'
import { emptyRecord } from '../centre/evidence/rules.ts'
import { signatureSign, signOffShow } from '../centre/signoff/contract.ts'
import { officialWordingLoad } from '../centre/standards/contract.ts'
import type { Calendar } from './calendar.ts'
import { college, samplePassword } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'

export function signOffScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(43, '09:00'), play: (stage) => loadWording(stage, at(43, '09:00')) },
    { at: at(8, '18:30'), play: (stage) => handIn(stage, at(8, '18:30')) },
    { at: at(5, '15:45'), play: (stage) => decide(stage, at(5, '15:45')) },
    { at: at(1, '18:10'), play: (stage) => sign(stage, at(1, '18:10')) },
  ]
}

const standard = { packCode: 'cg-5329-307', packVersion: 1 } as const

/** Stands where a college puts the text that it is licensed for: the awarding body's own words are in no sample. */
async function loadWording(stage: Stage, at: Date): Promise<void> {
  const { unit } = await stage.ask(college.lorraine, at, unitOfCandidate, { registrationId: stage.id(registrationLabel(college.dawn)) })
  await stage.send(college.marta, at, 'load the wording', officialWordingLoad, {
    id: stage.id('wording of 307'),
    ...standard,
    source: 'A stand-in of the sample: a college loads the wording that it is licensed for',
    lines: unit.pack.leaves.map(({ code, description }) => ({ code, text: `(stand-in) ${description}` })),
  })
}

async function handIn(stage: Stage, at: Date): Promise<void> {
  const registrationId = stage.id(registrationLabel(college.ingrid))
  const { unit } = await stage.ask(college.lorraine, at, unitOfCandidate, { registrationId })
  const leavesOf = (half: 'observed' | 'knowledge') =>
    unit.pack.leaves.filter(({ halves }) => halves.includes(half)).map(({ code }) => code)
  await stage.send(college.lorraine, at, 'observe Ingrid', evidenceAdd, {
    id: stage.id('item visit to Ingrid'),
    registrationId,
    record: emptyRecord(
      'O',
      'Two sessions and the handover after each. Ingrid waited, gave one clue at a time and let the learners say what had helped.',
    ),
    isOwnWork: false,
    title: 'Two observed sessions: reading for meaning with a group of five',
    occurredOn: stage.calendar.day(8),
    leaves: leavesOf('observed'),
  })
  await stage.send(college.ingrid, at, 'assignment of Ingrid', evidenceAdd, {
    id: stage.id('item assignment of Ingrid'),
    registrationId,
    record: emptyRecord('A', 'All four parts, with sources.'),
    isOwnWork: true,
    title: 'Assignment: assessment for learning in my school',
    occurredOn: stage.calendar.day(8),
    leaves: leavesOf('knowledge'),
  })
}

async function decide(stage: Stage, at: Date): Promise<void> {
  const registrationId = stage.id(registrationLabel(college.ingrid))
  const { unit } = await stage.ask(college.lorraine, at, unitOfCandidate, { registrationId })
  for (const [half, item] of [
    ['observed', 'item visit to Ingrid'],
    ['knowledge', 'item assignment of Ingrid'],
  ] as const) {
    const leaves = unit.pack.leaves.filter(({ halves }) => halves.includes(half)).map(({ code }) => code)
    await stage.send(college.lorraine, at, `decide ${item}`, assessmentRecord, {
      id: stage.id(`act on ${item}`),
      registrationId,
      halves: leaves.map((leaf) => ({ id: stage.id(`decide ${leaf} ${half} of Ingrid`), leaf, half })),
      outcome: 'met',
      evidenceIds: [stage.id(item)],
      reason: null,
      action: null,
      actionBy: null,
      checks: [],
    })
  }
}

async function sign(stage: Stage, at: Date): Promise<void> {
  const registrationId = stage.id(registrationLabel(college.ingrid))
  const { contentHash } = await stage.ask(college.ingrid, at, signOffShow, { registrationId })
  await stage.send(college.ingrid, at, 'Ingrid signs', signatureSign, {
    id: stage.id('signature of Ingrid'),
    registrationId,
    role: 'candidate',
    password: samplePassword,
    contentHash,
  })
}
