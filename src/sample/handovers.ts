// Yesterday's lesson of the support group handed over at the bell: read, decided on, and what happens next.
import { moment } from '../core/time.ts'
import { type GroupLine, handoverAddLine, handoverDecide, handoverMarkRead, handoverSend } from '../school/handovers/contract.ts'
import { nextActionAdd } from '../school/nextactions/contract.ts'
import { lookedExampleKeep } from '../school/reviews/contract.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { boostChildren, groups } from './learners.ts'
import { sessionLabel } from './recording.ts'
import type { Scene, Stage } from './stage.ts'
import { boostLesson } from './support.ts'

const back = 1
const label = 'handover of yesterday'

export function handoverScenes(calendar: Calendar): Scene[] {
  const bell = calendar.at(back, '11:50')
  const lunch = calendar.at(back, '12:05')
  return [
    { at: bell, play: (stage) => handOver(stage, bell) },
    { at: lunch, play: (stage) => decide(stage, lunch) },
  ]
}

const ofLearners = [
  ['Theo', 'progress', null, 'Theo: Explain nearly, with a prompt.'],
  ['Maisie', 'response', null, 'Maisie hides her whiteboard: use show me privately.'],
  ['Aaliyah', 'responsibility', 'helps_peer', 'Aaliyah helped another child explain.'],
  ['Callum', 'suggestion', null, 'Callum'],
  ['Theo', 'suggestion', null, 'Theo'],
  ['Theo', 'look', null, 'Theo'],
] as const

const ofGroup = [
  ['progress', 'Same amount: 4 of 6 showed it (3 without help, 1 with a prompt).'],
  ['response', 'Whiteboards worked.'],
] as const

async function handOver(stage: Stage, at: Date): Promise<void> {
  const sessionId = stage.id(sessionLabel(boostLesson({ back, moments: [] })))
  const handoverId = stage.id(label)
  const writtenAt = moment(at)
  for (const [index, [child, heading, sign, wording]] of ofLearners.entries()) {
    const name = `${label}, line ${index}`
    const line = {
      id: stage.id(name),
      handoverId,
      sessionId,
      learnerId: learnerOf(stage, child),
      heading,
      sign,
      wording,
      position: 10 + index,
    }
    await stage.send(school.dawn, at, name, handoverAddLine, { ...line, writtenAt })
  }
  const lines = ofGroup.map(
    ([heading, wording], position): GroupLine => ({ id: stage.id(`${label}, group ${position}`), heading, wording, position }),
  )
  const whole = { id: handoverId, sessionId, lines, suggestion: 'Start tomorrow with folding', isUrgent: false, alsoTo: [] }
  await stage.send(school.dawn, at, label, handoverSend, { ...whole, sentAt: writtenAt })
  const next = { sessionId, notedAt: writtenAt, dueOn: null }
  const own = {
    id: stage.id('next of Theo'),
    owner: 'learner' as const,
    learnerId: learnerOf(stage, 'Theo'),
    wording: 'I want to do it without you',
  }
  await stage.send(school.dawn, at, 'note next of Theo', nextActionAdd, { ...next, ...own })
  const hers = { id: stage.id('next of Dawn'), owner: 'practitioner' as const, learnerId: null, wording: 'Count to five before I prompt' }
  await stage.send(school.dawn, at, 'note next of Dawn', nextActionAdd, { ...next, ...hers })
  const looked = {
    id: stage.id('looked'),
    sessionId,
    learnerId: learnerOf(stage, 'Callum'),
    wording: 'Callum draws both strips the same length now.',
  }
  await stage.send(school.dawn, at, 'keep looked', lookedExampleKeep, { ...looked, keptAt: writtenAt })
}

async function decide(stage: Stage, at: Date): Promise<void> {
  const handoverId = stage.id(label)
  const { teacher } = groups.boost
  await stage.send(teacher, at, `read ${label}`, handoverMarkRead, { id: stage.id(`reading of ${label}`), handoverId, readAt: moment(at) })
  const decision = { decision: 'regroup' as const, ownWords: null, reply: 'Fold first', decidedAt: moment(at) }
  await stage.send(teacher, at, `decide on ${label}`, handoverDecide, { id: stage.id(`decision on ${label}`), handoverId, ...decision })
}

function learnerOf(stage: Stage, givenName: string): string {
  const child = boostChildren.find((one) => one.givenName === givenName)
  if (child === undefined) throw new Error(`nobody in the sample's support group is called ${givenName}`)
  return stage.id(learnerLabel(child))
}
