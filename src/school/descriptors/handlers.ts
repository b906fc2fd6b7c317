// Remembering portfolios, proposing a sentence, and sending it as a letter.
import type { RecordType } from '../../common/letters/contract.ts'
import { readAddress } from '../../common/letters/rules.ts'
import { isLetterSigned, writeLetter } from '../../common/letters/store.ts'
import { findBridge, isCentreHere, listSentLetters, organisationName } from '../../common/letters/views.ts'
import type { Actor } from '../../core/actor.ts'
import { fromBase64url } from '../../core/bytes.ts'
import { accept, OperationError, refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import type { ReadTx } from '../../server/database.ts'
import { answer, handle } from '../../server/operation.ts'
import { descriptorDraft, descriptorMine, descriptorOffer, type OfferedDescriptor, portfolioMine, portfolioRemember } from './contract.ts'
import { canOffer, mayOffer } from './policy.ts'
import {
  draftSentence,
  draftStory,
  offerRefusal,
  placeOf,
  proposedLeaves,
  proposedLeavesOf,
  pseudonymsFor,
  recordsRefusal,
} from './rules.ts'
import { givePseudonyms, insertPortfolio } from './store.ts'
import { findPseudonyms, getPortfolio, getRecords, isDescriptorRefused, listNamesToKeep, listPortfolios } from './views.ts'

export const descriptorHandlers = [
  handle(portfolioRemember, {
    role: mayOffer,
    load: async () => undefined,
    allow: mayOffer,
    run: async (tx, { input, actor }) => {
      const { address, centreKey } = soundAddress(input.address)
      const { organisationId: centreId, registrationId, centreName, unit } = address
      await insertPortfolio(tx, {
        id: input.id,
        personId: actor.personId,
        centreId,
        registrationId,
        centreName,
        centreKey,
        packCode: unit.packCode,
        packVersion: unit.packVersion,
        unitNumber: unit.number,
        unitTitle: unit.title,
      })
      return {
        addressee: { organisationId: centreId, registrationId },
        centreName,
        unit,
        delivery: (await isCentreHere(tx, centreId)) ? ('here' as const) : ('file' as const),
      }
    },
  }),
  answer(portfolioMine, {
    role: mayOffer,
    load: async () => undefined,
    allow: mayOffer,
    run: (tx, { actor }) => listPortfolios(tx, actor.personId),
  }),
  answer(descriptorDraft, {
    role: mayOffer,
    load,
    allow: canOffer,
    sees: (_input, output) => output.pseudonyms.map(({ learnerId }) => learnerId),
    run: async (tx, { input, actor, facts }) => {
      accept(recordsRefusal(facts.facts, facts.stories))
      const { known, lastNumber } = await findPseudonyms(tx, input.registrationId)
      const pseudonyms = pseudonymsFor(facts.learnerIds, known, lastNumber)
      return {
        sentence:
          facts.stories.length > 0 ? draftStory(facts.stories, pseudonyms) : draftSentence(input.recordType, facts.facts, pseudonyms),
        leaves: facts.stories.length > 0 ? proposedLeavesOf(facts.stories) : proposedLeaves(input.recordType, facts.facts),
        place: placeOf(input.recordType, { schoolName: await organisationName(tx), occurredOn: facts.occurredOn, letterId: input.id }),
        occurredOn: facts.occurredOn,
        pseudonyms,
        childWords: facts.childWords.map(({ learnerId, words }) => ({
          letter: pseudonyms.find((one) => one.learnerId === learnerId)?.letter ?? '',
          words,
        })),
        names: await listNamesToKeep(tx, actor.personId, facts.learnerIds),
      }
    },
  }),
  handle(descriptorOffer, {
    role: mayOffer,
    about: (_input, facts) => facts.learnerIds,
    load,
    allow: canOffer,
    run: async (tx, { input, actor, facts, services }) => {
      accept(recordsRefusal(facts.facts, facts.stories))
      const { portfolio, learnerIds, occurredOn } = facts
      const { isOn: isBridgeOn } = await findBridge(tx)
      const isConsentRefused = await isDescriptorRefused(tx, learnerIds)
      const pseudonyms = learnerIds.length === 0 ? [] : await givePseudonyms(tx, input.registrationId, learnerIds)
      accept(
        offerRefusal(input, { isBridgeOn, isConsentRefused, pseudonyms, names: await listNamesToKeep(tx, actor.personId, learnerIds) }),
      )
      const { recordType, sentence } = input
      const place = placeOf(recordType, { schoolName: await organisationName(tx), occurredOn, letterId: input.id })
      const leaves = [...new Set(input.leaves)].sort()
      const says = {
        kind: 'descriptor' as const,
        addressee: portfolio.addressee,
        sentence,
        place,
        recordType,
        occurredOn,
        unit: portfolio.unit,
        leaves,
      }
      const delivery = await writeLetter(tx, services.keys, {
        id: input.id,
        says,
        centreName: portfolio.centreName,
        writtenBy: actor.personId,
        sources: facts.sources,
        records: facts.records,
      })
      return { letterId: input.id, delivery }
    },
  }),
  answer(descriptorMine, {
    role: mayOffer,
    load: async () => undefined,
    allow: mayOffer,
    run: (tx, { actor }) => listOffered(tx, actor.personId),
  }),
]

/** The records first: those who may not see them learn nothing of portfolios. */
async function load(tx: ReadTx, input: { registrationId: Id; recordType: RecordType; recordIds: readonly Id[] }, actor: Actor) {
  const records = await getRecords(tx, input.recordType, input.recordIds, actor.personId)
  const portfolio = await getPortfolio(tx, actor.personId, input.registrationId)
  return { ...records, portfolio, learnerIds: [...new Set([...records.facts, ...records.sources].map(({ learnerId }) => learnerId))] }
}

/** @throws OperationError refused `not_an_address`, or `address_changed` when the centre did not sign this text */
function soundAddress(text: string) {
  const read = readAddress(text)
  if (read === undefined) throw new OperationError(refused('not_an_address', 'address'))
  const { body, signature, address } = read
  if (!isLetterSigned({ body, signature, publicKey: address.publicKey })) accept(refused('address_changed', 'address'))
  return { address, centreKey: Buffer.from(fromBase64url(address.publicKey)) }
}

async function listOffered(tx: ReadTx, personId: Id): Promise<OfferedDescriptor[]> {
  const letters = await listSentLetters(tx, personId)
  return letters.flatMap(({ id, body, restsOn, centreName, writtenAt, delivery, deliveredAt, retractionId, retractedAt }) =>
    body.kind === 'retraction'
      ? []
      : [
          {
            letterId: id,
            addressee: body.addressee,
            centreName,
            unitNumber: body.unit.number,
            sentence: body.sentence,
            leaves: body.leaves,
            occurredOn: body.occurredOn,
            recordType: body.recordType,
            recordIds: restsOn.map((source) => source.recordId),
            writtenAt,
            delivery,
            deliveredAt,
            retractionId,
            retractedAt,
          },
        ],
  )
}
