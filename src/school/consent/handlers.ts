// Keeping what families said.
import type { Actor } from '../../core/actor.ts'
import { accept, notFound } from '../../core/errors.ts'
import { dayOf } from '../../core/time.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { findGroup, findPartWith, listMembers } from '../groups/views.ts'
import { listLearners } from '../learners/views.ts'
import { type ConsentPurpose, consentForGroup, consentForLearner, consentSet } from './contract.ts'
import { canSeeConsent, canSetConsent, canSetSomeConsent } from './policy.ts'
import { holdsOn, lastSaid, tellingRefusal } from './rules.ts'
import { insertConsent } from './store.ts'
import { listConsents, listSaid } from './views.ts'

async function load(tx: ReadTx, input: { learnerId: string }, actor: Actor) {
  if ((await listLearners(tx, [input.learnerId])).length === 0) throw notFound('learnerId')
  return { part: await findPartWith(tx, actor.personId, input.learnerId) }
}

export const consentHandlers = [
  handle(consentSet, {
    role: canSetSomeConsent,
    about: (input) => [input.learnerId],
    load,
    allow: canSetConsent,
    run: async (tx, { input, actor }) => {
      accept(tellingRefusal(input.toldOn, dayOf(tx.now)))
      await insertConsent(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  answer(consentForLearner, {
    load,
    allow: canSeeConsent,
    sees: (input) => [input.learnerId],
    run: async (tx, { input }) => {
      const history = await listConsents(tx, input.learnerId)
      const holds = (purpose: string) =>
        holdsOn(
          history.filter((consent) => consent.purpose === purpose),
          dayOf(tx.now),
        )
      return { today: { photo_of_work: holds('photo_of_work'), portfolio_descriptor: holds('portfolio_descriptor') }, history }
    },
  }),
  answer(consentForGroup, {
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeConsent,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (tx, { actor, facts }) => {
      const { id, name } = facts
      return { group: { id, name }, learners: await learnersWithConsent(tx, id), canSet: canSetConsent(actor, facts) }
    },
  }),
]

async function learnersWithConsent(tx: ReadTx, groupId: string) {
  const members = await listMembers(tx, [groupId])
  const learners = await listLearners(
    tx,
    members.map(({ learnerId }) => learnerId),
  )
  const said = await listSaid(
    tx,
    learners.map(({ id }) => id),
  )
  const last = (learnerId: string, purpose: ConsentPurpose) => {
    const found = lastSaid(said(learnerId, purpose), dayOf(tx.now))
    return found === undefined ? null : { isGiven: found.isGiven, toldOn: found.toldOn }
  }
  return learners.map(({ id, name, symbol }) => ({
    ...{ id, name, symbol },
    said: { photo_of_work: last(id, 'photo_of_work'), portfolio_descriptor: last(id, 'portfolio_descriptor') },
  }))
}
