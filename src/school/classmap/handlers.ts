// The class map: learners by success criteria of the group's open goals.
import { notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer } from '../../server/operation.ts'
import { canMarkMet } from '../goals/policy.ts'
import { listGoals, listMet } from '../goals/views.ts'
import { listTakenInto, listTravels } from '../goaltalks/views.ts'
import { canSeeSomeRecord } from '../groups/policy.ts'
import { findGroup } from '../groups/views.ts'
import { listLearnersIn } from '../learners/views.ts'
import { criterionState } from '../observations/rules.ts'
import { type CellObservation, listCellObservations } from '../observations/views.ts'
import { classMapForGroup } from './contract.ts'
import { canSeeMap } from './policy.ts'
import { isNothingNoted, type MapCell, notSeen, readyToMoveOn, teachAgain } from './rules.ts'
import { listPresence } from './views.ts'

export const classMapHandlers = [
  answer(classMapForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeMap,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (tx, { actor, facts }) => {
      const { id, name, subject } = facts
      return { group: { id, name, subject }, ...(await mapOf(tx, id)), canMarkMet: canMarkMet(actor, facts) }
    },
  }),
]

async function mapOf(tx: ReadTx, groupId: Id) {
  const people = await listLearnersIn(tx, [groupId])
  const learnerIds = people.map(({ id }) => id)
  const presence = await listPresence(tx, groupId, learnerIds)
  const goals = (await listGoals(tx, { groupIds: [groupId], learnerIds, isOpenOnly: true })).sort(
    (a, b) => Number(a.learnerId !== null) - Number(b.learnerId !== null),
  )
  const criterionIds = goals.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const cells = cellsOf(await listCellObservations(tx, learnerIds, criterionIds), await listMet(tx, learnerIds), new Set(criterionIds))
  const learners = people.map(({ id, name, symbol, whatHelps }) => ({
    ...{ id, name, symbol, whatHelps },
    participation: [...(presence.get(id)?.participation ?? [])],
    lastSeenAt: presence.get(id)?.lastSeenAt ?? null,
  }))
  const seen = learners.flatMap(({ lastSeenAt }) => lastSeenAt ?? []).sort()
  return {
    learners,
    goals: goals.map(({ id, learnerId, wording, criteria }) => ({ id, learnerId, wording, criteria })),
    cells,
    cameFrom: isNothingNoted(goals, cells) ? await listFormerGroups(tx, goals) : [],
    takenInto: await listTakenInto(
      tx,
      goals.map(({ id }) => id),
    ),
    headlines: {
      teachAgain: teachAgain(cells, goals, learners),
      readyToMoveOn: readyToMoveOn(cells, goals),
      notSeen: notSeen(
        learners.map(({ id, lastSeenAt }) => ({ id, lastSeenAt, fromOn: presence.get(id)?.fromOn ?? dayOf(tx.now) })),
        tx.now,
      ),
    },
    // What was seen of these learners in another group alone says nothing about this one.
    lastNoticedAt: cells.length === 0 ? null : (seen.at(-1) ?? null),
  }
}

/** The groups out of which these goals were taken along. */
async function listFormerGroups(tx: ReadTx, goals: readonly { id: Id }[]): Promise<Id[]> {
  const travels = await listTravels(
    tx,
    goals.map(({ id }) => id),
  )
  if (travels.length === 0) return []
  const former = await listGoals(tx, { groupIds: [], learnerIds: [], goalIds: travels.map(({ fromGoalId }) => fromGoalId) })
  return [...new Set(former.flatMap(({ groupId }) => groupId ?? []))]
}

/** One cell for each pair that was seen or is marked met. */
function cellsOf(
  observations: readonly CellObservation[],
  marks: readonly { learnerId: Id; criterionId: Id }[],
  shown: ReadonlySet<Id>,
): MapCell[] {
  const met = marks.filter(({ criterionId }) => shown.has(criterionId))
  const keyOf = (pair: { learnerId: Id; criterionId: Id }) => `${pair.learnerId} ${pair.criterionId}`
  const isMet = new Set(met.map(keyOf))
  const pairs = new Map<string, { learnerId: Id; criterionId: Id; observations: CellObservation[] }>()
  for (const { learnerId, criterionId } of met) pairs.set(keyOf({ learnerId, criterionId }), { learnerId, criterionId, observations: [] })
  for (const one of observations) {
    const pair = pairs.get(keyOf(one)) ?? { learnerId: one.learnerId, criterionId: one.criterionId, observations: [] }
    pair.observations.push(one)
    pairs.set(keyOf(one), pair)
  }
  return [...pairs.values()].map((pair) => ({
    learnerId: pair.learnerId,
    criterionId: pair.criterionId,
    ...criterionState(pair.observations, isMet.has(keyOf(pair))),
  }))
}
