// Offering evidence on screen: one's portfolios, the proposal, what is still wrong with a sentence, and sending it.
import { msg } from '@lingui/core/macro'
import { useState } from 'react'
import { saveLetter } from '../../common/letters/client.ts'
import type { RecordType } from '../../common/letters/contract.ts'
import { letterFile } from '../../common/letters/contract.ts'
import type { Refusal } from '../../core/errors.ts'
import { type Id, newId } from '../../core/ids.ts'
import { type FoundNames, namesInSentence } from '../../core/names.ts'
import { askQuery } from '../../web/api.ts'
import { type Asked, useAsked, useSending } from '../../web/asking.ts'
import { useAccess } from '../../web/device.ts'
import type { Reasons } from '../../web/messages.ts'
import {
  descriptorDraft,
  descriptorMine,
  descriptorOffer,
  type OfferedDescriptor,
  type Portfolio,
  portfolioMine,
  portfolioRemember,
} from './contract.ts'

/** Records to be offered together. */
export interface OfferedRecords {
  readonly recordType: RecordType
  readonly recordIds: readonly Id[]
}

/** What the server refuses an offer or an address for, in words that say what to do. */
export const offerReasons: Reasons = {
  bridge_off: msg`Your head or data lead has not switched on that evidence may leave the school.`,
  consent_refused: msg`A family said no to sentences that leave the school. Offer another record.`,
  letters_changed: msg`Another sentence was sent meanwhile. Close this and open it again to see the right letters.`,
  nothing_noted: msg`You noted nothing in this session. Offer another, or an observation.`,
  names_a_learner: msg`A learner’s name stands in the sentence. Write the letter instead.`,
  word_or_name: msg`A word in the sentence is also a learner’s name. Say that it is only a word, or change it.`,
  not_an_address: msg`This is not a portfolio’s address. Copy the whole text from your portfolio.`,
  address_changed: msg`This address was changed on its way. Copy it from your portfolio again.`,
}

export function usePortfolios(): Asked<readonly Portfolio[]> {
  return useAsked(portfolioMine, {})
}

export function useRememberPortfolio() {
  const { send, ...rest } = useSending(portfolioRemember)
  const [id] = useState(newId)
  return { ...rest, send: (address: string) => send({ id, address }) }
}

/** The proposal for these records in one portfolio; asked for while both are known. */
export function useDraft(records: OfferedRecords, registrationId: Id | undefined) {
  const [id] = useState(newId)
  const input =
    registrationId === undefined ? undefined : { id, registrationId, recordType: records.recordType, recordIds: [...records.recordIds] }
  return { id, asked: useAsked(descriptorDraft, input) }
}

/** A sentence under the practitioner's hand: what it says, which leaves, and which words are confirmed to be words. */
export interface Offer {
  readonly sentence: string
  readonly leaves: readonly string[]
  readonly confirmedWords: readonly string[]
}

export type Draft = Extract<ReturnType<typeof useDraft>['asked'], { state: 'answered' }>['answer']

/** The offer is the proposal until the person changes it; another portfolio has another proposal. */
export function useOffer(draft: Draft | undefined, registrationId: Id | undefined) {
  const [own, setOwn] = useState<Offer & { readonly registrationId: Id | undefined }>()
  const proposal = draft === undefined ? undefined : { sentence: draft.sentence, leaves: draft.leaves, confirmedWords: [] }
  const offer: Offer | undefined = own !== undefined && own.registrationId === registrationId ? own : proposal
  const found: FoundNames =
    offer === undefined || draft === undefined ? { refused: [], ask: [] } : namesInSentence(offer.sentence, draft.names)
  const unconfirmed = found.ask.filter((word) => !offer?.confirmedWords.includes(word))
  const change = (part: Partial<Offer>) => offer !== undefined && setOwn({ ...offer, ...part, registrationId })
  return { offer, change, found, unconfirmed }
}

/** One offer from the first look to the sending of it. */
export function useOffering(records: OfferedRecords, portfolios: readonly Portfolio[]) {
  const [registrationId, setRegistrationId] = useState(portfolios[0]?.addressee.registrationId)
  const { id, asked } = useDraft(records, registrationId)
  const draft = asked.state === 'answered' ? asked.answer : undefined
  const own = useOffer(draft, registrationId)
  const { send, isSending, refusal } = useSending(descriptorOffer)
  const [isSent, setIsSent] = useState(false)
  const { offer, found, unconfirmed } = own
  const isClean = found.refused.length === 0 && unconfirmed.length === 0
  return {
    ...own,
    id,
    asked,
    draft,
    registrationId,
    choose: setRegistrationId,
    portfolio: portfolios.find(({ addressee }) => addressee.registrationId === registrationId),
    isReady: offer !== undefined && offer.leaves.length > 0 && offer.sentence.trim().length >= 10 && isClean,
    isSending,
    refusal,
    isSent,
    send: async () => {
      if (offer === undefined || draft === undefined || registrationId === undefined) return
      const { recordType, recordIds } = records
      const { sentence, leaves, confirmedWords } = offer
      const input = {
        id,
        registrationId,
        recordType,
        recordIds: [...recordIds],
        sentence,
        leaves: [...leaves],
        confirmedWords: [...confirmedWords],
      }
      setIsSent((await send({ ...input, pseudonyms: draft.pseudonyms })) !== undefined)
    },
  }
}

/** What one has offered, newest first. */
export function useOffered(): Asked<readonly OfferedDescriptor[]> {
  return useAsked(descriptorMine, {})
}

/** Fetches a letter and gives it to the browser to save. */
export function useSaveLetter(): { readonly save: (letterId: Id) => Promise<void>; readonly refusal: Refusal | undefined } {
  const access = useAccess()
  const [refusal, setRefusal] = useState<Refusal>()
  return {
    refusal,
    save: async (letterId) => {
      if (access.state !== 'open') return
      const { organisationId, personId } = access.person
      const reply = await askQuery({ organisationId, personId }, letterFile, { letterId })
      setRefusal('refusal' in reply ? reply.refusal : undefined)
      if ('output' in reply) saveLetter(reply.output.name, reply.output.file)
    },
  }
}
