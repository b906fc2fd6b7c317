// The classes: learners are registered, choose a symbol, and are put together with their adults; families say what may be kept.
import { consentSet } from '../school/consent/contract.ts'
import { groupAddLearner, groupAddStaff, groupCreate } from '../school/groups/contract.ts'
import { learnerChooseSymbol, learnerRegister, learnerSetWhatHelps } from '../school/learners/contract.ts'
import type { Calendar } from './calendar.ts'
import { type Member, school } from './cast.ts'
import { type Child, familySaidNo, groups, leaver, type SampleGroup } from './learners.ts'
import type { Scene, Stage } from './stage.ts'

export const learnerLabel = ({ key }: Pick<Child, 'key'>): string => `learner ${key}`

export function classScenes({ at }: Calendar): Scene[] {
  const { class4H, class2C, boost } = groups
  const inClass = [...class4H.children, leaver]
  return [
    { at: at(44, '15:40'), play: (stage) => makeClass(stage, class4H, inClass, at(44, '15:40')) },
    { at: at(44, '16:10'), play: (stage) => makeClass(stage, class2C, class2C.children, at(44, '16:10')) },
    { at: at(44, '16:30'), play: (stage) => addAdult(stage, class4H, school.dawn, at(44, '16:30')) },
    { at: at(44, '16:31'), play: (stage) => addAdult(stage, class2C, school.steve, at(44, '16:31')) },
    { at: at(42, '10:05'), play: (stage) => askFamilies(stage, [...inClass, ...class2C.children], at(42, '10:05')) },
    { at: at(15, '15:35'), play: (stage) => makeBoost(stage, boost, at(15, '15:35')) },
  ]
}

async function makeClass(stage: Stage, group: SampleGroup, children: readonly Child[], at: Date): Promise<void> {
  await makeGroup(stage, group, at)
  await Promise.all(
    children.map(async (child) => {
      const learnerId = stage.id(learnerLabel(child))
      const { key, givenName, familyInitial, symbol, whatHelps } = child
      await stage.send(group.teacher, at, `register ${key}`, learnerRegister, { id: learnerId, givenName, familyInitial })
      await addLearner(stage, group, child, at)
      await stage.send(group.teacher, at, `symbol ${key}`, learnerChooseSymbol, { learnerId, symbol })
      if (whatHelps !== undefined) await stage.send(group.teacher, at, `helps ${key}`, learnerSetWhatHelps, { learnerId, whatHelps })
    }),
  )
}

async function makeBoost(stage: Stage, boost: SampleGroup, at: Date): Promise<void> {
  await makeGroup(stage, boost, at)
  await Promise.all(boost.children.map((child) => addLearner(stage, boost, child, at)))
  await addAdult(stage, boost, school.dawn, at)
}

async function makeGroup(stage: Stage, { label, name, cover, kind, teacher }: SampleGroup, at: Date): Promise<void> {
  await stage.send(teacher, at, `make ${label}`, groupCreate, { id: stage.id(label), name, subject: 'Mathematics', cover, kind })
}

async function addLearner(stage: Stage, { label, teacher }: SampleGroup, child: Child, at: Date): Promise<void> {
  const input = { id: stage.id(`${child.key} in ${label}`), groupId: stage.id(label), learnerId: stage.id(learnerLabel(child)) }
  await stage.send(teacher, at, `add ${child.key} to ${label}`, groupAddLearner, input)
}

async function addAdult(stage: Stage, { label, teacher }: SampleGroup, adult: Member, at: Date): Promise<void> {
  const input = {
    id: stage.id(`${adult.key} in ${label}`),
    groupId: stage.id(label),
    personId: stage.id(adult.key),
    part: 'practitioner' as const,
  }
  await stage.send(teacher, at, `add ${adult.key} to ${label}`, groupAddStaff, input)
}

async function askFamilies(stage: Stage, children: readonly Child[], at: Date): Promise<void> {
  await Promise.all(
    children.flatMap((child) =>
      (['photo_of_work', 'portfolio_descriptor'] as const).map((purpose) =>
        stage.send(school.joan, at, `consent ${purpose} ${child.key}`, consentSet, {
          id: stage.id(`consent ${purpose} ${child.key}`),
          learnerId: stage.id(learnerLabel(child)),
          purpose,
          isGiven: !familySaidNo[purpose].some((key) => key === child.key),
          toldBy: 'Parent, on the form of this school year',
          toldOn: stage.calendar.day(43),
        }),
      ),
    ),
  )
}
