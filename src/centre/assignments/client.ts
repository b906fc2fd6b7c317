// An assignment on screen: what one writes is on the device at once, goes to the server when it can, and stays beside another device’s words.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import type { SourceKind, SourcePart } from '../../core/sources.ts'
import { type Asked, useActing, useAsked, useSending } from '../../web/asking.ts'
import { device } from '../../web/device.ts'
import { useDraft } from '../../web/drafts.ts'
import type { Reasons } from '../../web/messages.ts'
import { type Pending, usePending } from '../../web/pending.ts'
import { endedReasons } from '../registrations/client.ts'
import {
  type AssignmentContent,
  type AssignmentDraft,
  type AssignmentHeading,
  assignmentChooseDraft,
  assignmentDrafts,
  assignmentMarkPoint,
  assignmentOutline,
  assignmentSaveDraft,
  assignmentSubmit,
  assignmentSubmitted,
  KeptAssignment,
} from './contract.ts'
import { draftToShow, emptyContent, isWithServer } from './rules.ts'

export const assignmentReasons: Reasons = {
  ...endedReasons,
  draft_unknown: msg`This version is not one of this assignment.`,
  own_work_missing: msg`Confirm that it is your own work.`,
  help_unnamed: msg`Say who helped you, and with what.`,
  ai_unnamed: msg`Name each AI tool, and say what you used it for.`,
  nothing_claimed: msg`Choose at least one criterion.`,
  leaf_not_here: msg`This assignment does not serve that criterion.`,
  nothing_written: msg`Nothing is written yet under the heading of one of these criteria.`,
  citation_without_source: msg`A citation has lost its source. Name another one there, or take it out.`,
  colleague_without_permission: msg`Ask each colleague whom you name, and say in your list that you did.`,
  example_not_hers: msg`An example is not as it arrived from your school. Take it out and put it in again.`,
  nothing_changed: msg`This is what you submitted last, word for word.`,
  unit_claimed: msg`The unit is claimed. Nothing in it can be changed any more.`,
  version_unknown: msg`This version was not submitted.`,
  heading_unknown: msg`This heading is not in the assignment.`,
  passage_not_there: msg`These words are not under this heading. Copy them from the text.`,
  point_missing: msg`Say what is to be discussed.`,
}

export function useOutline(registrationId: Id): Asked<readonly AssignmentHeading[]> {
  return useAsked(assignmentOutline, { registrationId })
}

type Saving = Pending<Parsed<typeof assignmentSaveDraft.input>>

export interface Writing {
  readonly content: AssignmentContent
  /** Rises when other words come onto the screen than were typed here: editors begin anew with it. */
  readonly generation: number
  readonly change: (change: (before: AssignmentContent) => AssignmentContent) => void
  /** `device`: on this device alone until there is a network. */
  readonly whereKept: 'device' | 'server'
  /** Versions that other devices wrote and that stand beside this one. */
  readonly others: readonly AssignmentDraft[]
  readonly setAside: readonly AssignmentDraft[]
  /** Goes on with a version of the server's; undefined: with the one on the screen. */
  readonly goOnWith: (draft: AssignmentDraft | undefined) => Promise<void>
}

const keepAfter = 400
const sendAfter = 2_000

/** What one writes. Undefined until it is known what there is. */
export function useWriting(registrationId: Id): {
  readonly asked: Asked<readonly AssignmentDraft[]>
  readonly writing: Writing | undefined
} {
  const asked = useAsked(assignmentDrafts, { registrationId })
  const pending = usePending(assignmentSaveDraft, asked).filter(({ input }) => input.registrationId === registrationId)
  const drafts = asked.state === 'answered' ? asked.answer : []
  const isKnown = asked.state === 'answered' || (asked.state === 'failed' && asked.refusal.code === 'unavailable')
  const { shown, generation, change, adopt, hand } = useKept(registrationId, { drafts, pending, isKnown })
  const { send } = useSending(assignmentChooseDraft)
  if (shown === undefined) return { asked, writing: undefined }
  const standing = drafts.filter(({ setAsideAt }) => setAsideAt === null)
  const mine = standing.find(({ revision }) => revision === shown.basedOn)
  const goOnWith = async (draft: AssignmentDraft | undefined) => {
    await hand()
    const draftId = draft?.id ?? mine?.id
    if (draftId === undefined || (await send({ registrationId, draftId })) === undefined) return
    if (draft !== undefined) adopt({ basedOn: draft.revision, isUnsent: false, isUnseen: false, content: draft.content })
  }
  return {
    asked,
    writing: {
      content: shown.content,
      generation,
      change,
      whereKept: isWithServer(
        shown,
        pending.map(({ input, state }) => ({ revision: input.revision, isSent: state === 'sent' })),
      )
        ? 'server'
        : 'device',
      // Until the server has this device's own version, which of the others stand beside it is not known.
      others: mine === undefined ? [] : standing.filter((draft) => draft !== mine),
      setAside: drafts.filter(({ setAsideAt }) => setAsideAt !== null),
      goOnWith,
    },
  }
}

interface Known {
  readonly drafts: readonly AssignmentDraft[]
  readonly pending: readonly Saving[]
  readonly isKnown: boolean
}

/** The words on the screen, kept on the device a moment after each change and handed to the outbox after a pause. */
function useKept(registrationId: Id, { drafts, pending, isKnown }: Known) {
  const { isReady, draft: kept, change: keep } = useDraft(`assignment ${registrationId}`, KeptAssignment)
  const [typed, setTyped] = useState<KeptAssignment>()
  const [generation, setGeneration] = useState(0)
  const latest = useRef<KeptAssignment>(undefined)
  const waiting = useRef(pending)
  waiting.current = pending
  const wanted =
    isReady && isKnown
      ? draftToShow(
          typed ?? kept,
          drafts,
          pending.map(({ input }) => input.revision),
        )
      : undefined
  const shown = wanted === 'kept' ? (typed ?? kept) : wanted
  latest.current = shown
  const isOther = typed !== undefined && wanted !== 'kept' && wanted !== undefined
  const put = useCallback((next: KeptAssignment) => {
    latest.current = next
    setTyped(next)
  }, [])
  const adopt = useCallback(
    (next: KeptAssignment) => {
      put(next)
      keep(next)
      setGeneration((before) => before + 1)
    },
    [put, keep],
  )
  useEffect(() => {
    // Another device wrote on, and nothing was typed here since: its words are the ones to go on with.
    if (isOther) adopt(wanted)
  }, [isOther, wanted, adopt])
  const isSeenNow = shown?.isUnseen === true && drafts.some(({ revision }) => revision === shown.basedOn)
  useEffect(() => {
    if (!isSeenNow || latest.current === undefined) return
    put({ ...latest.current, isUnseen: false })
    keep(latest.current)
  }, [isSeenNow, put, keep])
  const hand = useHanding(registrationId, { latest, waiting, keep, put })
  useAfterTyping(shown, () => latest.current !== undefined && keep(latest.current), hand)
  const change = useCallback(
    (act: (before: AssignmentContent) => AssignmentContent) => {
      const before = latest.current ?? { basedOn: null, isUnsent: false, isUnseen: false, content: emptyContent }
      put({ ...before, isUnsent: true, content: act(before.content) })
    },
    [put],
  )
  return { shown, generation, change, adopt, hand }
}

interface Handing {
  readonly latest: { readonly current: KeptAssignment | undefined }
  readonly waiting: { readonly current: readonly Saving[] }
  readonly keep: (next: KeptAssignment) => void
  readonly put: (next: KeptAssignment) => void
}

/** Hands what was typed to the outbox, one time after the other: two at once would be two versions. */
function useHanding(registrationId: Id, { latest, waiting, keep, put }: Handing): () => Promise<void> {
  const last = useRef<Promise<void>>(Promise.resolve())
  return useCallback(() => {
    const work = async () => {
      const now = latest.current
      if (now === undefined || !now.isUnsent) return
      const basedOn = await handOver(
        registrationId,
        now,
        waiting.current.findLast(({ state }) => state === 'waiting'),
      )
      const since = latest.current ?? now
      const next = { basedOn, isUnsent: since.content !== now.content, isUnseen: true, content: since.content }
      put(next)
      keep(next)
    }
    // Where nothing can be handed over now, it stays unsent and is tried again.
    last.current = last.current.then(work).catch(() => undefined)
    return last.current
  }, [registrationId, latest, waiting, keep, put])
}

/** Into the entry that has not left yet, or into one of its own. @returns the revision that it became */
async function handOver(registrationId: Id, { basedOn, content }: KeptAssignment, unsent: Saving | undefined): Promise<Id> {
  const { outbox } = device()
  if (unsent !== undefined) {
    const { revision, basedOn: before } = unsent.input
    if (await outbox.edit(unsent.id, assignmentSaveDraft, { registrationId, revision, basedOn: before, content })) return revision
  }
  const revision = newId()
  await outbox.add(assignmentSaveDraft, { registrationId, revision, basedOn, content })
  return revision
}

/** Keeps a moment after each change, hands over after a pause, and does both when the page goes out of sight. */
function useAfterTyping(shown: KeptAssignment | undefined, keep: () => void, hand: () => Promise<void>): void {
  const acts = useRef({ keep, hand })
  acts.current = { keep, hand }
  const isUnsent = shown?.isUnsent === true
  const content = shown?.content
  useEffect(() => {
    if (!isUnsent || content === undefined) return
    const keeping = setTimeout(() => acts.current.keep(), keepAfter)
    const handing = setTimeout(() => void acts.current.hand(), sendAfter)
    return () => {
      clearTimeout(keeping)
      clearTimeout(handing)
    }
  }, [isUnsent, content])
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'visible') return
      acts.current.keep()
      void acts.current.hand()
    }
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      acts.current.keep()
      void acts.current.hand()
    }
  }, [])
}

/** What was submitted and what in it is to be discussed. */
export function useSubmitted(registrationId: Id): Asked<Parsed<typeof assignmentSubmitted.output>> {
  return useAsked(assignmentSubmitted, { registrationId })
}

export function useSubmitting() {
  return useActing(assignmentSubmit)
}

export function useMarking() {
  return useActing(assignmentMarkPoint)
}

/** What kinds of sources and their parts are called. */
export function useSourceWords() {
  const { t } = useLingui()
  const kinds: Readonly<Record<SourceKind, string>> = {
    book: t`A book`,
    website: t`A website`,
    teacher: t`A teacher`,
    colleague: t`A colleague`,
  }
  const labels: Readonly<Record<SourcePart, string>> = {
    author: t`Author`,
    title: t`Title`,
    published: t`Year of publication`,
    address: t`Web address`,
    viewedOn: t`Day on which you viewed it`,
    name: t`Name`,
    role: t`Role`,
    spokenOn: t`Day of the conversation`,
    hasPermission: t`Permission to be named`,
  }
  return { kinds, labels, parts: (parts: readonly SourcePart[]) => parts.map((part) => labels[part].toLocaleLowerCase('en-GB')).join(', ') }
}
