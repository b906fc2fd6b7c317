// The register's acts: proposing, checking, inducting, approving, ending; and what a witness does by a link.
import { organisationName } from '../../common/letters/views.ts'
import type { Actor } from '../../core/actor.ts'
import { accept, notFound } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { dayOf, moment } from '../../core/time.ts'
import type { ReadTx, Tx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { listRegistrations } from '../registrations/views.ts'
import * as contract from './contract.ts'
import * as policy from './policy.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { getWitness, listCategories, listWitnesses } from './views.ts'

/** A candidate with their registrations. @throws OperationError not_found for who is registered on nothing */
async function loadCandidate(tx: ReadTx, candidateId: Id) {
  const parties = await listRegistrations(tx, { candidateId })
  const [first] = parties
  if (first === undefined) throw notFound('candidateId')
  return { parties, candidateName: first.candidateName }
}

async function loadWitness(tx: ReadTx, { witnessId }: { witnessId: Id }) {
  const witness = await getWitness(tx, witnessId)
  return { witness, ...(await loadCandidate(tx, witness.candidateId)) }
}

const checking = { role: policy.mayCheckWitness, load: loadWitness, allow: policy.canCheckWitness }
const approving = { role: policy.mayApproveWitness, load: loadWitness, allow: policy.canApproveWitness }

/** The register holds names and addresses, the audit trail who did what: so what is deleted is gone. */
const keptIds = ({ witnessId, id }: { witnessId: Id; id: Id }) => ({ witnessId, id })

const registerHandlers = [
  handle(contract.witnessAdd, {
    role: policy.mayAddWitness,
    load: (tx, { candidateId }) => loadCandidate(tx, candidateId),
    allow: policy.canAddWitness,
    keep: ({ id, candidateId }) => ({ id, candidateId }),
    run: async (tx, { input, actor, facts, services }) => {
      const { id, detailsId, candidateId, isRelative, ...said } = input
      accept(rules.witnessRefusal(input, facts.candidateName))
      const categories = await listCategories(tx)
      accept(rules.categoryRefusal(said.category, categories))
      await store.insertWitness(tx, { id, candidateId, addedBy: actor.personId })
      const mayBeExpert = said.category === categories[0]
      await store.insertDetails(tx, { id: detailsId, witnessId: id, ...said, mayBeExpert, writtenBy: actor.personId })
      if (actor.personId === candidateId) await store.noteTraces(tx, services.keys, { candidateId, ownerId: candidateId }, services.whence)
      return {}
    },
  }),
  handle(contract.witnessDescribe, {
    ...checking,
    keep: keptIds,
    run: async (tx, { input, actor, facts: { witness, candidateName } }) => {
      const { id, witnessId, isRelative, ...said } = input
      accept(rules.endedRefusal(witness))
      accept(rules.witnessRefusal(input, candidateName))
      const categories = await listCategories(tx)
      accept(rules.categoryRefusal(said.category, categories))
      await store.insertDetails(tx, { id, witnessId, ...said, mayBeExpert: said.category === categories[0], writtenBy: actor.personId })
      return {}
    },
  }),
  handle(contract.witnessSetContact, {
    ...checking,
    keep: keptIds,
    run: async (tx, { input, actor, facts: { witness } }) => {
      accept(rules.endedRefusal(witness))
      accept(rules.contactRefusal(input))
      await store.insertContact(tx, { ...input, checkedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.witnessInduct, {
    ...checking,
    run: async (tx, { input, actor, facts: { witness } }) => {
      accept(rules.endedRefusal(witness))
      accept(rules.inductionRefusal(input, dayOf(tx.now)))
      await store.insertInduction(tx, { ...input, inductedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.witnessApproveExpert, {
    ...approving,
    run: async (tx, { input, actor, facts: { witness } }) => {
      accept(rules.approvalRefusal(witness))
      const detailsId = await store.currentDetailsId(tx, witness.id)
      await store.insertApproval(tx, { ...input, detailsId, approvedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.witnessTakeBackApproval, {
    ...approving,
    run: async (tx, { input: { id, reason }, actor, facts: { witness } }) => {
      accept(rules.takeBackRefusal(witness))
      const approvalId = witness.approval?.id ?? ''
      await store.insertDisapproval(tx, { id, approvalId, reason, takenBackBy: actor.personId })
      return {}
    },
  }),
  handle(contract.witnessEnd, {
    ...checking,
    run: async (tx, { input, actor, facts: { witness } }) => {
      accept(rules.endedRefusal(witness))
      await store.endWitness(tx, { ...input, endedBy: actor.personId })
      return {}
    },
  }),
  handle(contract.witnessSetCategories, {
    role: policy.canSetCategories,
    load: async () => undefined,
    allow: policy.canSetCategories,
    run: async (tx, { input, actor }) => {
      accept(rules.categoriesRefusal(input.labels))
      await store.insertCategories(tx, { ...input, setBy: actor.personId })
      return {}
    },
  }),
  answer(contract.witnessList, {
    load: async () => undefined,
    allow: () => true,
    run: (tx, { actor }) => listFor(tx, actor),
  }),
  handle(contract.witnessMakeLink, {
    ...checking,
    keep: ({ linkId, witnessId }) => ({ linkId, witnessId }),
    run: async (tx, { input: { linkId, ...input }, actor, facts: { witness } }) => {
      accept(rules.linkRefusal(witness))
      const expiresAt = await store.insertLink(tx, { id: linkId, purpose: 'entry', ...input, madeBy: actor.personId })
      return { expiresAt: moment(expiresAt) }
    },
  }),
]

/** Whoever may read a portfolio sees its witnesses; contact and traces only who checks them. */
async function listFor(tx: ReadTx, actor: Actor) {
  const ofCandidate = Map.groupBy(await listRegistrations(tx), ({ candidateId }) => candidateId)
  const seen = [...ofCandidate].filter(([, parties]) => policy.canSeeWitnesses(actor, { parties }))
  const witnesses = seen.length === 0 ? [] : await listWitnesses(tx, { candidateIds: seen.map(([id]) => id) })
  const shown = witnesses.map((witness) => {
    const parties = ofCandidate.get(witness.candidateId) ?? []
    if (policy.canSeeContact(actor, { parties })) return witness
    return { ...witness, contact: null, shared: [], compared: { network: false, device: false } }
  })
  const candidates = seen
    .filter(([, parties]) => policy.canAddWitness(actor, { parties }))
    .map(([id, [first]]) => ({ id, name: first?.candidateName ?? '' }))
  return { witnesses: shown, candidates, categories: [...(await listCategories(tx))] }
}

/** Anybody may hold a link; what it opens is decided by the link and its code. */
const byLink = {
  load: (tx: Tx, { token }: { token: string }): Promise<store.WitnessLink | undefined> => store.findLink(tx, 'entry', token),
  allow: () => true,
}

const linkHandlers = [
  handle(contract.witnessOpenLink, {
    ...byLink,
    keep: () => ({}),
    run: async (tx, { input, facts: link, services }) => {
      accept(rules.openingRefusal(link, tx.now, true))
      if (link === undefined) throw notFound('token')
      const triesLeft = await store.tryCode(tx, link, input)
      if (triesLeft !== undefined) return { state: 'wrong_code' as const, triesLeft }
      const witness = await getWitness(tx, link.witnessId)
      await store.noteLinkUse(tx, services, witness)
      const { name, position, relationship, qualifications, category, candidateName } = witness
      const centreName = await organisationName(tx)
      return { state: 'open' as const, name, position, relationship, qualifications, category, candidateName, centreName }
    },
  }),
  handle(contract.witnessSign, {
    ...byLink,
    keep: ({ id, detailsId }) => ({ id, detailsId }),
    run: async (tx, { input, facts: link, services }) => {
      accept(rules.openingRefusal(link, tx.now, true))
      if (link === undefined) throw notFound('token')
      const triesLeft = await store.tryCode(tx, link, input)
      if (triesLeft !== undefined) return { state: 'wrong_code' as const, triesLeft }
      const { id: witnessId, candidateId, candidateName, category, mayBeExpert } = await getWitness(tx, link.witnessId)
      accept(rules.witnessRefusal(input, candidateName))
      const { id, detailsId, signedName, name, position, relationship, qualifications } = input
      const said = { name, position, relationship, qualifications, category }
      await store.insertDetails(tx, { id: detailsId, witnessId, ...said, mayBeExpert, writtenBy: null })
      const contentHash = await store.insertSignature(tx, { id, witnessId, detailsId, linkId: link.id, signedName, ...said })
      await store.spendLink(tx, link.id)
      await store.noteLinkUse(tx, services, { id: witnessId, candidateId })
      return { state: 'signed' as const, signedAt: moment(tx.now), contentHash }
    },
  }),
]

export const witnessHandlers = [...registerHandlers, ...linkHandlers]
