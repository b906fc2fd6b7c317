// Consent on screen: what holds for a group's learners, with what this device kept laid over, and what was ever said for one.
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { ConsentPurpose, consentForGroup, consentForLearner, consentSet } from './contract.ts'

export type GroupConsents = Parsed<typeof consentForGroup.output>
export type LearnerConsents = GroupConsents['learners'][number]
export type SaidNow = LearnerConsents['said'][ConsentPurpose]

export const purposes = ConsentPurpose.options

interface Set {
  readonly learnerId: Id
  readonly purpose: ConsentPurpose
  readonly isGiven: boolean
  readonly toldOn: Day
}

/** Lays what was kept here over the answer: told on the same day or later, it holds. */
export function withPendingConsents(answer: GroupConsents, kept: readonly Pending<Set>[]): GroupConsents {
  const learners = answer.learners.map((learner) => {
    const said = { ...learner.said }
    for (const { input, state } of kept) {
      const before = said[input.purpose]
      const isLater = before === null || before.toldOn <= input.toldOn
      if (input.learnerId === learner.id && state !== 'held' && isLater)
        said[input.purpose] = { isGiven: input.isGiven, toldOn: input.toldOn }
    }
    return { ...learner, said }
  })
  return { ...answer, learners }
}

/** What holds today in a group. */
export function useGroupConsents(groupId: Id | undefined): Asked<GroupConsents> {
  const asked = useAsked(consentForGroup, groupId === undefined ? undefined : { groupId })
  const kept = usePending(consentSet, asked)
  return asked.state === 'answered' ? { ...asked, answer: withPendingConsents(asked.answer, kept) } : asked
}

/** All that was ever said for a learner. */
export function useConsentHistory(learnerId: Id): Asked<Parsed<typeof consentForLearner.output>> {
  return useAsked(consentForLearner, { learnerId })
}

/** How many said yes, no, or were not asked. */
export function countSaid(learners: readonly LearnerConsents[], purpose: ConsentPurpose) {
  const said = learners.map((learner) => learner.said[purpose])
  const yes = said.filter((one) => one?.isGiven === true).length
  const unasked = said.filter((one) => one === null).length
  return { yes, no: said.length - yes - unasked, unasked }
}

/** Keeps a yes or no on the device. */
export async function keepConsent(said: Omit<Parsed<typeof consentSet.input>, 'id'>): Promise<void> {
  await device().outbox.add(consentSet, { id: newId(), ...said, toldBy: said.toldBy.trim() })
}
