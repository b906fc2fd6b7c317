// How the sample college assesses: a published target, feedback that is answered, and a trainee assessor whose decision waits to be countersigned.
import { assessmentRecord, decisionTargetSet } from '../centre/decisions/contract.ts'
import { itemFeedbackAnswer, itemFeedbackGive } from '../centre/itemfeedback/contract.ts'
import type { Calendar } from './calendar.ts'
import { college } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'

export function assessingScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(44, '09:45'), play: (stage) => publish(stage, at(44, '09:45')) },
    { at: at(15, '17:20'), play: (stage) => praise(stage, at(15, '17:20')) },
    { at: at(14, '19:00'), play: (stage) => respond(stage, at(14, '19:00')) },
    { at: at(2, '16:40'), play: (stage) => decideAsTrainee(stage, at(2, '16:40')) },
  ]
}

async function publish(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.marta, at, 'publish the target', decisionTargetSet, { id: stage.id('target of the college'), workingDays: 10 })
}

async function praise(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.lorraine, at, 'feedback on the assignment', itemFeedbackGive, {
    id: stage.id('feedback on the assignment'),
    registrationId: stage.id(registrationLabel(college.dawn)),
    evidenceId: stage.id('item assignment'),
    good: 'Each kind of assessment has an example from your own class, and it is clear who uses what comes out of it.',
    develop: 'Set the two roles side by side: what is alike, what differs.',
  })
}

async function respond(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.dawn, at, 'answer to the feedback', itemFeedbackAnswer, {
    id: stage.id('answer to the feedback'),
    registrationId: stage.id(registrationLabel(college.dawn)),
    feedbackId: stage.id('feedback on the assignment'),
    words: 'I will make a table. I had not noticed that I only describe.',
  })
}

async function decideAsTrainee(stage: Stage, at: Date): Promise<void> {
  await stage.send(college.kofi, at, 'decide on Steve’s notes', assessmentRecord, {
    id: stage.id('act on Steve’s notes'),
    registrationId: stage.id(registrationLabel(college.steve)),
    halves: [{ id: stage.id('decide 1.2 of Steve'), leaf: '1.2', half: 'knowledge' }],
    outcome: 'met',
    evidenceIds: [stage.id('item roles of Steve')],
    reason: 'Both kinds in two sentences each, with when each is used.',
    action: null,
    actionBy: null,
    checks: [{ check: 'authentic', isMet: true, reason: 'One sentence sounded like a book; asked, and said again in own words.' }],
  })
}
