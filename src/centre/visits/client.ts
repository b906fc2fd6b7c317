// Visits on screen: what is being seen, kept on the device while it lasts; what was sent; claims, comment and signatures.
import { msg } from '@lingui/core/macro'
import { useCallback } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { type Moment, moment } from '../../core/time.ts'
import { type Asked, useActing, useAsked } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { useDraft } from '../../web/drafts.ts'
import type { Reasons } from '../../web/messages.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import type { TakenBack } from '../plans/contract.ts'
import { endedReasons } from '../registrations/client.ts'
import {
  type SeenVisit,
  type Visit,
  VisitDraft,
  visitComment,
  visitForRegistration,
  visitRecord,
  visitSign,
  visitWaiting,
  visitWithdraw,
  visitWriteUp,
} from './contract.ts'
import { nextLetter } from './rules.ts'

export const visitReasons: Reasons = {
  ...endedReasons,
  ends_before_it_begins: msg`The visit ends before it begins.`,
  too_long_a_visit: msg`A visit of more than twelve hours: look at the day of its start.`,
  in_the_future: msg`That has not happened yet. Is this device’s clock right?`,
  nothing_seen: msg`Write at least one thing that you saw.`,
  visit_is_evidence: msg`Both have signed: it is evidence now and changes no more.`,
  unknown_leaf: msg`One of these criteria is in no unit of the visit.`,
  changed_meanwhile: msg`It was changed meanwhile. Read it again, then sign.`,
  already_signed: msg`You have signed this already.`,
  not_written_up: msg`The assessor has not written it up yet.`,
  nothing_claimed: msg`Claim at least one criterion. Then it can be signed.`,
  feedback_missing: msg`Say what was good and one thing to develop. Then it can be signed.`,
  visit_signed: msg`Somebody has signed it. It can’t be taken back any more.`,
  unit_claimed: msg`The unit was claimed from the awarding body. Nothing in it changes any more.`,
}

export function useVisits(registrationId: Id): Asked<{ readonly visits: readonly Visit[]; readonly takenBack: readonly TakenBack[] }> {
  return useAsked(visitForRegistration, { registrationId })
}

/** Visits of this unit that this device keeps and the answer does not show yet. */
export function usePendingVisits(
  registrationId: Id,
  asked: Asked<{ readonly visits: readonly Visit[] }>,
): readonly Pending<SeenVisit & { id: Id }>[] {
  const known = new Set(asked.state === 'answered' ? asked.answer.visits.map(({ id }) => id) : [])
  return usePending(visitRecord, asked).filter(({ input }) => input.registrationIds.includes(registrationId) && !known.has(input.id))
}

/** Plans and visits that wait for oneself. */
export function useWaitingActs() {
  return useAsked(visitWaiting, {})
}

export function useWriteUp() {
  return useActing(visitWriteUp)
}

export function useComment() {
  return useActing(visitComment)
}

export function useWithdrawVisit() {
  return useActing(visitWithdraw)
}

export function useSignVisit() {
  return useActing(visitSign)
}

export interface Seeing {
  readonly draft: VisitDraft | undefined
  readonly isReady: boolean
  readonly start: (about: { readonly planId: Id | null; readonly registrationIds: readonly Id[]; readonly place: string }) => void
  readonly write: (words: string) => void
  /** Keeps what is written, at the time at which it was begun; with nothing written, the time alone. */
  readonly keep: () => void
  readonly mend: (at: number, seen: string) => void
  /** Writes a learner's letter behind the words; without a letter the next one. */
  readonly name: (letter?: string) => void
  readonly setPlace: (place: string) => void
  readonly end: () => void
  readonly goOn: () => void
  readonly forget: () => void
  /** Resolves once it is kept on the device's disk, to be sent. */
  readonly send: () => Promise<void>
}

/** One visit at a time per unit, kept on the device at each tap. */
export function useSeeing(registrationId: Id): Seeing {
  const { draft, change, isReady } = useDraft(`visit ${registrationId}`, VisitDraft)
  const now = useCallback(() => moment(new Date()), [])
  const set = (changed: Partial<VisitDraft>) => draft !== undefined && change({ ...draft, ...changed })
  const write = (writing: string) => set({ writing, writingAt: writing.trim() === '' ? null : (draft?.writingAt ?? now()) })
  return {
    draft,
    isReady,
    start: ({ planId, registrationIds, place }) =>
      change({
        planId,
        registrationIds: [...registrationIds],
        place,
        startedAt: now(),
        endedAt: null,
        learners: [],
        entries: [],
        writing: '',
        writingAt: null,
      }),
    write,
    keep: () => draft !== undefined && change(kept(draft, now())),
    mend: (at, seen) => set({ entries: draft?.entries.map((entry, index) => (index === at ? { ...entry, seen } : entry)) ?? [] }),
    name: (letter) => draft !== undefined && change(named(draft, letter, now())),
    setPlace: (place) => set({ place }),
    end: () => draft !== undefined && change({ ...(draft.writing.trim() === '' ? draft : kept(draft, now())), endedAt: now() }),
    goOn: () => set({ endedAt: null }),
    forget: () => change(undefined),
    send: async () => {
      if (draft?.endedAt == null) return
      const { writing: _, writingAt: __, endedAt, ...seen } = draft
      const id = newId()
      await device().outbox.add(
        visitRecord,
        { id, ...seen, endedAt, entries: seen.entries.filter((entry) => entry.seen.trim() !== '') },
        { id },
      )
      change(undefined)
    },
  }
}

/** A draft with what was written as its last entry. */
export function kept(draft: VisitDraft, now: Moment): VisitDraft {
  const entry = { at: draft.writingAt ?? now, seen: draft.writing.trim() }
  return { ...draft, entries: [...draft.entries, entry], writing: '', writingAt: null }
}

/** A draft with a learner's letter behind its words. */
export function named(draft: VisitDraft, letter: string | undefined, now: Moment): VisitDraft {
  const which = letter ?? nextLetter(draft.learners)
  if (which === undefined) return draft
  const gap = draft.writing === '' || draft.writing.endsWith(' ') ? '' : ' '
  return {
    ...draft,
    learners: draft.learners.includes(which) ? draft.learners : [...draft.learners, which],
    writing: `${draft.writing}${gap}Learner ${which} `,
    writingAt: draft.writingAt ?? now,
  }
}
