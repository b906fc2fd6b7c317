// Keeping a learner's log of achievements: entries, offers that are not taken, and the log as it stands.
import type { Actor } from '../../core/actor.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord, isClassroomStaff } from '../groups/policy.ts'
import { findPartWith } from '../groups/views.ts'
import { isErased, listLearners } from '../learners/views.ts'
import { futureRefusal } from '../sessions/rules.ts'
import * as contract from './contract.ts'
import { canKeepAchievements, canSeeAchievements } from './policy.ts'
import { achievementRefusal } from './rules.ts'
import { checkAchievement, insertAchievement, insertDecline, insertWithdrawal } from './store.ts'
import { isOffered, readLog } from './views.ts'

const ofLearner = {
  role: isClassroomStaff,
  about: (input: { learnerId: Id }) => [input.learnerId],
  load: async (tx: Tx, input: { learnerId: Id }, actor: Actor) => {
    if (await isErased(tx, input.learnerId)) throw learnerErased()
    return { worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
  },
  allow: canKeepAchievements,
}

export const achievementHandlers = [
  handle(contract.achievementKeep, {
    ...ofLearner,
    run: async (tx, { input, actor }) => {
      const sourceStands = input.offer === null || (await isOffered(tx, input.learnerId, input.offer))
      accept(achievementRefusal(input, { sourceStands }, tx.now))
      await insertAchievement(tx, { ...input, keptBy: actor.personId })
      return {}
    },
  }),
  handle(contract.achievementWithdraw, {
    ...ofLearner,
    run: async (tx, { input, actor }) => {
      await checkAchievement(tx, input.achievementId, input.learnerId)
      await insertWithdrawal(tx, { ...input, withdrawnBy: actor.personId })
      return {}
    },
  }),
  handle(contract.achievementDecline, {
    ...ofLearner,
    run: async (tx, { input, actor }) => {
      accept(futureRefusal(input.declinedAt, tx.now, 'declinedAt'))
      await insertDecline(tx, { ...input, declinedBy: actor.personId })
      return {}
    },
  }),
  answer(contract.achievementForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const [learner] = await listLearners(tx, [input.learnerId])
      if (learner === undefined) throw notFound('learnerId')
      return { learner, worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
    },
    allow: canSeeAchievements,
    sees: (input) => [input.learnerId],
    run: async (tx, { facts: { learner } }) => ({
      learner: { id: learner.id, name: learner.name, symbol: learner.symbol },
      ...(await readLog(tx, learner.id)),
    }),
  }),
]
