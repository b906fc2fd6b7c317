// Writing a learner's profile, and reading one or a whole group's.
import type { Actor } from '../../core/actor.ts'
import type { Parsed } from '../../core/contract.ts'
import { accept, learnerErased, notFound } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { moment } from '../../core/time.ts'
import type { Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canSeeSomeRecord } from '../groups/policy.ts'
import { findGroup, findPartWith } from '../groups/views.ts'
import { learnerSetWhatHelps } from '../learners/contract.ts'
import { loadIsFresh, updateLearner } from '../learners/store.ts'
import { isErased, listLearners, listLearnersIn } from '../learners/views.ts'
import * as contract from './contract.ts'
import { canSeeProfile, canSeeProfiles, canWriteProfile } from './policy.ts'
import { profileRefusal } from './rules.ts'
import { insertEntry } from './store.ts'
import { listEntries, profilesOf } from './views.ts'

async function loadWriting(tx: Tx, input: { learnerId: Id }, actor: Actor) {
  if (await isErased(tx, input.learnerId)) throw learnerErased()
  return {
    isFresh: await loadIsFresh(tx, input.learnerId, actor.personId),
    worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined,
  }
}

/** Tiles show what helps from the learner's own row: what waited long on a device does not stand over what was written since. */
async function write(tx: Tx, entry: Parsed<typeof contract.profileWrite.input>, writtenBy: Id): Promise<void> {
  await insertEntry(tx, { ...entry, writtenBy })
  if (entry.section !== 'helps') return
  const latest = (await listEntries(tx, { id: entry.learnerId, whatHelps: null })).find(({ section }) => section === 'helps')
  if (latest?.id === entry.id) await updateLearner(tx, entry.learnerId, { whatHelps: entry.text })
}

const learnerOf = (input: { learnerId: Id }) => [input.learnerId]

export const profileHandlers = [
  handle(contract.profileWrite, {
    role: canSeeSomeRecord,
    about: learnerOf,
    load: loadWriting,
    allow: canWriteProfile,
    run: async (tx, { input, actor }) => {
      accept(profileRefusal(input, tx.now))
      await write(tx, input, actor.personId)
      return {}
    },
  }),
  handle(learnerSetWhatHelps, {
    about: learnerOf,
    load: loadWriting,
    allow: canWriteProfile,
    run: async (tx, { input, actor }) => {
      const said = { learnerId: input.learnerId, section: 'helps' as const, about: '', text: input.whatHelps, voice: 'adult' as const }
      await write(tx, { id: newId(), ...said, seenOn: null, writtenAt: moment(tx.now) }, actor.personId)
      return {}
    },
  }),
  answer(contract.profileForLearner, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const [learner] = await listLearners(tx, [input.learnerId])
      if (learner === undefined) throw notFound('learnerId')
      return { learner, worksWith: (await findPartWith(tx, actor.personId, input.learnerId)) !== undefined }
    },
    allow: canSeeProfile,
    sees: learnerOf,
    run: async (tx, { facts }) => ({ entries: [...(await listEntries(tx, facts.learner))] }),
  }),
  answer(contract.profileForGroup, {
    role: canSeeSomeRecord,
    load: async (tx, input, actor) => {
      const group = await findGroup(tx, input.groupId, actor.personId)
      if (group === undefined) throw notFound('groupId')
      return group
    },
    allow: canSeeProfiles,
    sees: (_, { learners }) => learners.map(({ id }) => id),
    run: async (tx, { input, facts }) => {
      const learners = await listLearnersIn(tx, [input.groupId])
      const profiles = await profilesOf(tx, learners)
      return {
        groupName: facts.name,
        learners: learners.map(({ id, name, symbol }) => ({ id, name, symbol, entries: [...(profiles.get(id) ?? [])] })),
      }
    },
  }),
]
