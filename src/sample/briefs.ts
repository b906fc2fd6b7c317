// Briefs of the support group: yesterday's and today's, answered by the teacher; tomorrow's is asked for. The lead's advice, and who does what.

import { moment } from '../core/time.ts'
import { addDays, weekdayOf } from '../core/wall-clock.ts'
import { adviceAsk, adviceWrite } from '../school/advice/contract.ts'
import { agreementPropose, agreementSign } from '../school/agreements/contract.ts'
import { briefNoteLearner, briefTakeStep, briefWrite, type NewBriefEntry } from '../school/briefs/contract.ts'
import { sessionOpen } from '../school/sessions/contract.ts'
import { sessionIdOn } from '../school/timetable/rules.ts'
import type { Calendar } from './calendar.ts'
import { school } from './cast.ts'
import { learnerLabel } from './classes.ts'
import { boostChildren, groups } from './learners.ts'
import { sessionLabel } from './recording.ts'
import type { Scene, Stage } from './stage.ts'
import { boostLesson } from './support.ts'

export function briefScenes(calendar: Calendar): Scene[] {
  return [
    { at: calendar.at(13, '15:40'), play: (stage) => agreeWhoDoesWhat(stage, calendar) },
    { at: calendar.at(9, '15:45'), play: (stage) => takeAdvice(stage, calendar) },
    { at: calendar.at(1, '10:46'), play: (stage) => brief(stage, calendar, 1, yesterday) },
    { at: calendar.at(0, '10:46'), play: (stage) => brief(stage, calendar, 0, today) },
    { at: calendar.at(0, '11:49'), play: (stage) => askForTomorrow(stage, calendar) },
  ]
}

type Said = Partial<NewBriefEntry> & Pick<NewBriefEntry, 'part' | 'words'>

interface Answered {
  readonly byDawn: readonly Said[]
  readonly byBen: readonly Said[]
  /** By given name: what to mind. */
  readonly notes: Readonly<Record<string, string>>
  readonly leaveAlone: string
}

const common: readonly Said[] = [
  { part: 'vocabulary', words: 'numerator, denominator, equivalent' },
  { part: 'resources', words: 'Fraction wall\nPaper strips\nStep cards' },
  { part: 'opportunity', words: 'Which is the same as a half: 2/4, 1/4 or 2/3?', moment: 'start', technique: 'Hinge question' },
]

const yesterday: Answered = {
  byDawn: common,
  byBen: [
    { part: 'objective', words: 'See that 1/2, 2/4 and 4/8 are one family' },
    { part: 'misconceptions', words: 'Adds one to top and bottom\nA bigger bottom number is a bigger fraction' },
    { part: 'wanted', words: 'Who can explain, not only shade', byWhen: '12:10', form: 'handover' },
  ],
  notes: { Theo: 'Step card beside the page, two steps at a time' },
  leaveAlone: 'Jayden',
}

const today: Answered = {
  byDawn: [...common, { part: 'prior_learning', words: 'Families of a half with strips', source: 'book' }],
  byBen: [
    { part: 'objective', words: 'Find an equal fraction without a picture' },
    { part: 'misconceptions', words: 'Adds one to top and bottom\nMultiplies the top alone' },
    { part: 'wanted', words: 'Who still needs the wall', byWhen: '12:10', form: 'spoken' },
  ],
  notes: { Theo: 'Fade the step card when he says so', Maisie: 'Board shown to one person first' },
  leaveAlone: 'Aaliyah',
}

const nothing = { moment: null, technique: null, byWhen: null, form: null, toldBy: null, isGone: false, replacesId: null }

/** Written before the lesson began; the session's row is made when it did. */
async function brief(stage: Stage, calendar: Calendar, back: number, { byDawn, byBen, notes, leaveAlone }: Answered): Promise<void> {
  const label = sessionLabel(boostLesson({ back, moments: [] }))
  const at = calendar.at(back, '10:46')
  const sessionId = stage.id(label)
  const early = (time: string) => moment(calendar.at(back, time))
  const write = (who: typeof school.dawn, time: string, source: NewBriefEntry['source'], { part, words, ...more }: Said) =>
    stage.send(who, at, `brief ${part} ${label}`, briefWrite, {
      ...{ id: stage.id(`brief ${part} ${label}`), sessionId, part, words, ...nothing, source, writtenAt: early(time), ...more },
    })
  const learner = (name: string) => {
    const child = boostChildren.find(({ givenName }) => givenName === name)
    if (child === undefined) throw new Error(`nobody in the support group is called ${name}`)
    return stage.id(learnerLabel(child))
  }
  await Promise.all(byDawn.map((one) => write(school.dawn, '08:35', 'plan', one)))
  await stage.send(school.dawn, at, `ask ${label}`, briefTakeStep, {
    id: stage.id(`ask ${label}`),
    sessionId,
    step: 'asked',
    takenAt: early('08:36'),
  })
  await Promise.all(byBen.map((one) => write(school.ben, '08:50', 'teacher', one)))
  await stage.send(school.ben, at, `alone ${label}`, briefNoteLearner, {
    ...{ id: stage.id(`alone ${label}`), sessionId, learnerId: learner(leaveAlone), kind: 'leave_alone', words: null },
    ...{ source: 'teacher', isGone: false, replacesId: null, writtenAt: early('08:50') },
  })
  await stage.send(school.ben, at, `answer ${label}`, briefTakeStep, {
    ...{ id: stage.id(`answer ${label}`), sessionId, step: 'answered', takenAt: early('08:50') },
  })
  for (const [name, words] of Object.entries(notes)) {
    await stage.send(school.dawn, at, `mind ${name} ${label}`, briefNoteLearner, {
      ...{ id: stage.id(`mind ${name} ${label}`), sessionId, learnerId: learner(name), kind: 'note', words },
      ...{ source: 'support_plan', isGone: false, replacesId: null, writtenAt: early('08:52') },
    })
  }
}

/** The next lesson stands in the timetable; its questions wait for the teacher. */
async function askForTomorrow(stage: Stage, calendar: Calendar): Promise<void> {
  const at = calendar.at(0, '11:49')
  const day = calendar.ahead(1)
  const id = sessionIdOn(stage.id(`time ${groups.boost.label} ${weekdayOf(day)} 10:45`), day)
  await stage.send(school.dawn, at, 'open the next lesson', sessionOpen, { id, groupId: stage.id(groups.boost.label) })
  await stage.send(school.dawn, at, 'ask for the next lesson', briefTakeStep, {
    ...{ id: stage.id('ask for the next lesson'), sessionId: id, step: 'asked', takenAt: moment(at) },
  })
}

async function takeAdvice(stage: Stage, calendar: Calendar): Promise<void> {
  const groupId = stage.id(groups.boost.label)
  const asked = calendar.at(9, '15:45')
  const answered = calendar.at(9, '16:20')
  await stage.send(school.dawn, asked, 'ask the lead', adviceAsk, {
    ...{ id: stage.id('ask the lead'), groupId, leadId: stage.id(school.priya.key), isAsked: true, askedAt: moment(asked) },
  })
  const said = [
    ['assessment', 'One hinge question before anybody starts; each wrong answer has a name'],
    ['teaching', 'Paper folding before numbers; the wall stays in sight'],
  ] as const
  for (const [heading, words] of said)
    await stage.send(school.priya, answered, `advice ${heading}`, adviceWrite, {
      ...{ id: stage.id(`advice ${heading}`), groupId, heading, words, saidBy: school.priya.name, saidRole: 'Mathematics lead' },
      ...{ saidOn: calendar.day(9), isGone: false, replacesId: null, writtenAt: moment(answered) },
    })
}

async function agreeWhoDoesWhat(stage: Stage, calendar: Calendar): Promise<void> {
  const id = stage.id('agreement')
  const words = {
    term: 'This term',
    startTeacher: 'Says what is to be learnt and how we will know',
    startPractitioner: 'Listens, and notes who looks lost',
    middleTeacher: 'Teaches the class, and comes to the group once',
    middlePractitioner: 'Watches and asks first, helps as little as is needed, gives feedback on the work',
    endTeacher: 'Reads the handover and decides what comes next',
    endPractitioner: 'Asks what helped, and hands over what was seen',
    mayAssess: 'Questions, mini-whiteboards, looking at work, the children’s own judgement',
    records: 'What was seen and said on each success criterion, and how much help it took',
    feedback: 'A handover before ten past twelve; at once when somebody is stuck',
    parents: 'The class teacher',
  }
  await stage.send(school.dawn, calendar.at(13, '15:40'), 'propose the agreement', agreementPropose, {
    ...{
      id,
      groupId: stage.id(groups.boost.label),
      ...words,
      teacherId: stage.id(school.ben.key),
      practitionerId: stage.id(school.dawn.key),
    },
    reviewOn: addDays(calendar.day(0), 56),
  })
  await stage.send(school.ben, calendar.at(13, '16:05'), 'sign the agreement', agreementSign, { id: stage.id('sign'), agreementId: id })
}
