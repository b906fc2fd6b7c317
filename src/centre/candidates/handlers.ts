// Introducing oneself, noting prior learning, publishing notices and acknowledging them.
import { accept } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { canReadPortfolio, isCandidate, mayReadPortfolios } from '../registrations/policy.ts'
import { claimedRefusal } from '../registrations/rules.ts'
import { getRegistration } from '../registrations/views.ts'
import { getPack } from '../standards/views.ts'
import {
  candidateIntroduction,
  candidateWriteProfile,
  noticeAcknowledge,
  noticeList,
  noticePublish,
  priorLearningNote,
  priorLearningWithdraw,
  skillScanSay,
} from './contract.ts'
import { canIntroduce, canNotePriorLearning, canPublish, canReadNotices, mayNotePriorLearning } from './policy.ts'
import { acknowledgementRefusal, priorLearningRefusal, scanRefusal, withdrawalRefusal } from './rules.ts'
import {
  insertAcknowledgement,
  insertNotice,
  insertPriorLearning,
  insertProfile,
  insertScanLine,
  loadPriorLearning,
  setPriorLearningWithdrawn,
} from './store.ts'
import { checkNotice, getIntroduction, listNotices } from './views.ts'

const load = (tx: ReadTx, input: { registrationId: Id }) => getRegistration(tx, input.registrationId)

export const candidateHandlers = [
  handle(candidateWriteProfile, {
    role: isCandidate,
    load: async () => undefined,
    allow: isCandidate,
    run: async (tx, { input, actor }) => {
      await insertProfile(tx, { ...input, candidateId: actor.personId })
      return {}
    },
  }),
  handle(skillScanSay, {
    role: isCandidate,
    load,
    allow: canIntroduce,
    run: async (tx, { input: { id, leaf, answer: said, words }, facts }) => {
      accept(claimedRefusal(facts))
      accept(scanRefusal({ leaf }, await getPack(tx, facts.packCode, facts.packVersion)))
      await insertScanLine(tx, { id, registrationId: facts.id, leafCode: leaf, answer: said, words })
      return {}
    },
  }),
  handle(priorLearningNote, {
    role: mayNotePriorLearning,
    load,
    allow: canNotePriorLearning,
    run: async (tx, { input, actor, facts }) => {
      accept(claimedRefusal(facts))
      accept(priorLearningRefusal(input, tx.now))
      await insertPriorLearning(tx, { ...input, saidBy: actor.personId })
      return {}
    },
  }),
  handle(priorLearningWithdraw, {
    role: mayNotePriorLearning,
    load: async (tx: Tx, input) => ({ ...(await load(tx, input)), note: await loadPriorLearning(tx, input.registrationId, input.noteId) }),
    allow: canNotePriorLearning,
    run: async (tx, { facts }) => {
      accept(claimedRefusal(facts))
      accept(withdrawalRefusal(facts.note))
      await setPriorLearningWithdrawn(tx, facts.note.id)
      return {}
    },
  }),
  handle(noticePublish, {
    role: canPublish,
    load: async () => undefined,
    allow: canPublish,
    run: async (tx, { input, actor }) => {
      await insertNotice(tx, { ...input, publishedBy: actor.personId })
      return {}
    },
  }),
  handle(noticeAcknowledge, {
    role: isCandidate,
    load: (tx, input) => checkNotice(tx, input.noticeId),
    allow: isCandidate,
    run: async (tx, { input, actor }) => {
      accept(acknowledgementRefusal(input.noticeId, await listNotices(tx, actor.personId)))
      await insertAcknowledgement(tx, input.noticeId, actor.personId)
      return {}
    },
  }),
  answer(noticeList, {
    role: canReadNotices,
    load: async () => undefined,
    allow: canReadNotices,
    run: (tx, { actor }) => listNotices(tx, actor.personId),
  }),
  answer(candidateIntroduction, {
    role: mayReadPortfolios,
    load,
    allow: canReadPortfolio,
    run: (tx, { facts }) => getIntroduction(tx, facts),
  }),
]
