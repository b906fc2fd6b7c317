// The acts of the capture screen: each goes to the outbox as a whole, and says that it is kept only when the disk has it.
import { useLingui } from '@lingui/react/macro'
import { useMemo, useReducer } from 'react'
import { type Id, newId } from '../../../core/ids.ts'
import { type CaptureLearner, type KnownSession, useParticipations, useResponses } from '../../../school/observations/client.ts'
import type { HelpLevel } from '../../../school/observations/contract.ts'
import { afterPaint } from '../../after-paint.ts'
import { beginCapture } from '../../app-update.ts'
import { device } from '../../device.ts'
import type { Attachment } from '../../offline/entry-content.ts'
import { helpWords } from '../../ui/help.ts'
import { type Draft, keepingOf, type Target, undosOf } from './keeping.ts'
import { atRest, nextState, type Picks, type ScreenAct, type ScreenState } from './screen-state.ts'

export interface Acts {
  readonly state: ScreenState
  readonly dispatch: (act: ScreenAct) => void
  /** Keeps what is noted, for everyone picked. */
  readonly keep: (helpLevel: HelpLevel | undefined, photo?: Attachment) => void
  readonly undo: () => void
  readonly run: Run
}

/** Runs an act to its end on the disk. `work` gives what undoes it. */
export type Run = (picks: Picks, text: string, work: () => Promise<() => Promise<void>>) => Promise<void>

interface Scene {
  readonly target: Target
  readonly sessions: readonly KnownSession[]
  readonly learners: ReadonlyMap<Id, CaptureLearner>
}

/** The screen's state and what changes it. */
export function useActs({ target, sessions, learners }: Scene): Acts {
  const [state, dispatch] = useReducer(nextState, atRest)
  const { t } = useLingui()
  const say = useKeptWords()
  const nameList = useNameList(learners)
  const run = runWith(dispatch)

  function keep(helpLevel: HelpLevel | undefined, photo?: Attachment): void {
    const { picked, draft } = state
    const act = { target, learnerIds: picked, helpLevel, draft, photo, sessions, at: new Date(), newId }
    const text = t`Kept: ${nameList(picked)}, ${say(helpLevel, draft, photo !== undefined)}`
    void run({ picked, draft }, text, async () => {
      const { additions, observations } = keepingOf(act)
      await device().outbox.addAll(additions)
      return () => device().outbox.undoAll(undosOf(observations, newId))
    })
  }

  function undo(): void {
    const { kept } = state
    if (kept === undefined) return
    kept.undo().then(() => dispatch({ type: 'undone', picks: kept.picks }), reportError)
  }

  return { state, dispatch, keep, undo, run }
}

function runWith(dispatch: (act: ScreenAct) => void): Run {
  return async (picks, text, work) => {
    dispatch({ type: 'keeping' })
    const end = beginCapture(navigator.locks)
    // Sealing entries takes a slow tablet longer than a frame.
    await afterPaint()
    try {
      const undo = await work()
      dispatch({ type: 'kept', kept: { text, undo, picks } })
    } catch (error) {
      dispatch({ type: 'failed', picks })
      reportError(error)
    } finally {
      end()
    }
  }
}

/** @example "Callum, Ewa and Theo" */
export function useNameList(learners: ReadonlyMap<Id, CaptureLearner>): (ids: readonly Id[]) => string {
  const { i18n } = useLingui()
  const { locale } = i18n
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' })
    return (ids) => list.format(ids.map((id) => learners.get(id)?.shortName ?? ''))
  }, [locale, learners])
}

/** What was kept, in a few words: "prompt", "clue, words". */
function useKeptWords(): (helpLevel: HelpLevel | undefined, draft: Draft, hasPhoto: boolean) => string {
  const { t, i18n } = useLingui()
  const participations = useParticipations()
  const responses = useResponses()
  return (helpLevel, draft, hasPhoto) => {
    const parts = [
      helpLevel === undefined ? undefined : t(helpWords[helpLevel]),
      hasPhoto ? t`photo` : undefined,
      draft.childWords.trim() === '' ? undefined : t`words`,
      draft.participation === undefined ? undefined : new Map(participations).get(draft.participation),
      draft.response === undefined ? undefined : new Map(responses).get(draft.response),
      draft.misconceptionId === undefined ? undefined : t`misconception`,
      draft.whatSeen.trim() === '' && draft.myView.trim() === '' ? undefined : t`note`,
    ]
    return parts.flatMap((part) => part?.toLocaleLowerCase(i18n.locale) ?? []).join(', ')
  }
}
