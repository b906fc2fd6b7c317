// The bridge in the sample: the head opens it, Dawn offers her own moments without a name in them, the post brings them to the college.

import { registrationAddress } from '../centre/registrations/contract.ts'
import { bridgeSwitchOn } from '../common/letters/contract.ts'
import { descriptorDraft, descriptorOffer, portfolioRemember } from '../school/descriptors/contract.ts'
import { learnerErase } from '../school/erasure/contract.ts'
import { groupRemoveLearner } from '../school/groups/contract.ts'
import { boostLessons } from './boost-lessons.ts'
import type { Calendar } from './calendar.ts'
import { college, school } from './cast.ts'
import { lessonWithLeaver } from './class-lessons.ts'
import { learnerLabel } from './classes.ts'
import { groups, leaver } from './learners.ts'
import { observationLabel, type RecordedLesson } from './recording.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'
import { boostLesson } from './support.ts'

/** A sentence that leaves: `{Callum}` stands for that child's letter in Dawn's portfolio. */
export interface Offer {
  readonly label: string
  readonly back: number
  readonly time: string
  readonly lesson: RecordedLesson
  /** The moments that it rests on: minute and given name. */
  readonly moments: readonly (readonly [minute: number, child: string])[]
  readonly sentence: string
  readonly leaves: readonly string[]
}

const boostOn = (back: number): RecordedLesson => boostLesson(boostLessons.find((one) => one.back === back) ?? { back, moments: [] })

export const offers = {
  leaver: {
    label: 'offer leaver',
    back: 18,
    time: '19:30',
    lesson: lessonWithLeaver,
    moments: [[12, leaver.givenName]],
    sentence: `I gave {${leaver.givenName}} one small clue and counted to five. After that the strip was folded without me.`,
    leaves: ['2.3'],
  },
  clue: {
    label: 'offer clue',
    back: 9,
    time: '16:05',
    lesson: boostOn(9),
    moments: [
      [7, 'Callum'],
      [12, 'Theo'],
    ],
    sentence:
      'I gave {Callum} and {Theo} one small clue each and waited. Both folded the strip themselves; {Theo} went on with two steps of the card.',
    leaves: ['2.3', '2.5'],
  },
  listening: {
    label: 'offer listening',
    back: 4,
    time: '16:10',
    lesson: boostOn(4),
    moments: [
      [13, 'Theo'],
      [47, 'Callum'],
    ],
    sentence:
      'I listened before I helped. {Theo} told me which steps had worked, and {Callum} drew the strips again beside the first try to see what had changed.',
    leaves: ['2.5', '3.1', '3.2', '3.4b'],
  },
  partner: {
    label: 'offer partner',
    back: 1,
    time: '16:10',
    lesson: boostOn(1),
    moments: [
      [15, 'Aaliyah'],
      [40, 'Maisie'],
    ],
    sentence:
      '{Aaliyah} explained a pair of fractions to a partner in her own words while I only watched; {Maisie} then found an example of her own.',
    leaves: ['3.3', '3.4a'],
  },
} as const satisfies Record<string, Offer>

export function bridgeScenes({ at }: Calendar): Scene[] {
  return [
    { at: at(20, '16:20'), play: (stage) => stage.send(school.helen, at(20, '16:20'), 'switch the bridge on', bridgeSwitchOn, {}) },
    { at: at(19, '19:10'), play: (stage) => handOnAddress(stage, at(19, '19:10')) },
    ...Object.values(offers).map((one) => ({ at: at(one.back, one.time), play: (stage: Stage) => offer(stage, one) })),
    { at: at(17, '15:30'), play: (stage) => leave(stage, at(17, '15:30')) },
    { at: at(5, '16:20'), play: (stage) => erase(stage, at(5, '16:20')) },
  ]
}

/** The candidate takes her portfolio's address from the college to the school: the same person, two organisations. */
async function handOnAddress(stage: Stage, at: Date): Promise<void> {
  const { address } = await stage.ask(college.dawn, at, registrationAddress, { registrationId: stage.id(registrationLabel(college.dawn)) })
  await stage.send(school.dawn, at, 'remember the portfolio', portfolioRemember, { id: stage.id('portfolio of Dawn'), address })
}

async function offer(stage: Stage, { label, back, time, lesson, moments, sentence, leaves }: Offer): Promise<void> {
  const at = stage.calendar.at(back, time)
  const record = {
    id: stage.id(label),
    registrationId: stage.id(registrationLabel(college.dawn)),
    recordType: 'learner_observation' as const,
    recordIds: moments.map(([minute, child]) => stage.id(observationLabel(lesson, { minute, child }))),
  }
  const { pseudonyms } = await stage.ask(school.dawn, at, descriptorDraft, record)
  const letterOf = (child: string) => {
    const learner = [...lesson.group.children, leaver].find(({ givenName }) => givenName === child)
    const learnerId = learner === undefined ? undefined : stage.id(learnerLabel(learner))
    return pseudonyms.find((one) => one.learnerId === learnerId)?.letter ?? '?'
  }
  await stage.send(school.dawn, at, label, descriptorOffer, {
    ...record,
    sentence: sentence.replace(/\{(\w+)\}/g, (_, child: string) => `Learner ${letterOf(child)}`),
    leaves: [...leaves],
    pseudonyms,
    confirmedWords: [],
  })
  await stage.deliver(new Date(at.getTime() + 5000))
}

async function leave(stage: Stage, at: Date): Promise<void> {
  const input = { groupId: stage.id(groups.class4H.label), learnerId: stage.id(learnerLabel(leaver)) }
  await stage.send(school.ben, at, 'the leaver leaves', groupRemoveLearner, input)
}

/** Last in its scene, and nothing before it in the scene: once it has happened, nothing of the leaver is asked for again. */
async function erase(stage: Stage, at: Date): Promise<void> {
  await stage.send(school.imran, at, 'erase the leaver', learnerErase, {
    id: stage.id('erasure of the leaver'),
    learnerId: stage.id(learnerLabel(leaver)),
    reason: 'Moved to another school; the family asked for the notes to be erased',
  })
  await stage.deliver(new Date(at.getTime() + 5000))
}
