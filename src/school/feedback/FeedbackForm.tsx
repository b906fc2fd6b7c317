// Feedback to one learner, or the same to several: kept on the device at once, with a network or without.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { refused } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { problemsOf } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup, ManyChips } from '../../web/ui/ChipGroup.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { fieldId } from '../../web/ui/Field.tsx'
import type { LearningGoal } from '../goals/contract.ts'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import type { ShownSession } from '../sessions/contract.ts'
import { emptyDraft, type FeedbackDraft, feedbackReasons, feedbackResponseWords, type KeptFeedback, keepFeedback } from './client.ts'
import { FeedbackResponse } from './contract.ts'
import { FeedbackFields, namedFor } from './FeedbackFields.tsx'
import styles from './FeedbackForm.module.css'
import { feedbackRefusals } from './rules.ts'

interface FeedbackFormProps {
  readonly session: Pick<ShownSession, 'id' | 'groupId' | 'isOpen'>
  readonly learners: readonly { readonly id: Id; readonly name: string }[]
  readonly goals: readonly LearningGoal[]
  /** What was noted last of a learner on a criterion; `begin` puts words into the draft. */
  readonly startFrom: (learnerId: Id, criterionId: Id, begin: (words: string) => void) => ReactNode
  readonly onKept: (kept: KeptFeedback) => void
  /** Leaves without keeping. */
  readonly onClose: (() => void) | undefined
  /** What was kept and taken back, to be said otherwise. */
  readonly begun?: KeptFeedback | undefined
}

export function FeedbackForm({ session, learners, goals, startFrom, onKept, onClose, begun }: FeedbackFormProps) {
  const { t } = useLingui()
  const form = useFeedbackForm(session, onKept, begun)
  const { draft, change, picked, errors, stop } = form
  const [only] = picked
  const shared = goals.filter(({ groupId, learnerId }) => groupId !== null || (picked.length === 1 && learnerId === only))
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate aria-label={t`Give feedback`}>
      <ErrorSummary problems={namedFor('feedback', form.problems)} attempt={form.attempt} />
      <div id={fieldId('feedback-learners')} tabIndex={-1}>
        {errors.has('learners') && <p className={styles.error}>{errors.get('learners')}</p>}
        <ManyChips
          label={<Trans>To whom</Trans>}
          chips={learners.map(({ id, name }) => ({ id, label: name }))}
          value={picked}
          onChange={form.pick}
        />
      </div>
      <FeedbackFields
        of="feedback"
        draft={draft}
        onChange={change}
        goals={shared}
        errors={errors}
        start={
          only !== undefined && picked.length === 1 && draft.criterionId !== null
            ? startFrom(only, draft.criterionId, (didWell) => change({ didWell }))
            : undefined
        }
      />
      <ChipGroup
        label={<Trans>How did they take it? (if you know)</Trans>}
        chips={FeedbackResponse.options.map((id) => ({ id, label: t(feedbackResponseWords[id]) }))}
        value={draft.response ?? undefined}
        onChange={(response) => change({ response: response ?? null })}
      />
      <div className={styles.acts}>
        <Button type="submit" kind="primary">
          <Trans>Keep the feedback</Trans>
        </Button>
        {onClose !== undefined && (
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}

function useFeedbackForm(session: FeedbackFormProps['session'], onKept: FeedbackFormProps['onKept'], begun: KeptFeedback | undefined) {
  const { t } = useLingui()
  const words = useRefusalWords(feedbackReasons)
  const [draft, setDraft] = useState(begun?.draft ?? emptyDraft)
  const [picked, setPicked] = useState<readonly Id[]>(begun?.pieces.map(({ learnerId }) => learnerId) ?? [])
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string>()
  const isKeeping = useRef(false)
  const change = (part: Partial<FeedbackDraft>) => setDraft((before) => ({ ...before, ...part }))
  const texts = [draft.didWell, draft.toDevelop ?? '', draft.nextAction]
  const stop = useWorryStop(texts, () => change({ didWell: '', toDevelop: null, nextAction: '' }))

  // To several it is said in the group, unless one says otherwise; a criterion of one learner's own goal is not the others'.
  function pick(ids: readonly Id[]): void {
    if (ids.length > 1 !== picked.length > 1) change({ isPrivate: ids.length < 2 })
    if (ids.length !== 1 || ids[0] !== picked[0]) change({ response: null })
    setPicked(ids)
  }

  async function keep(): Promise<void> {
    if (isKeeping.current) return
    isKeeping.current = true
    try {
      const kept = await keepFeedback(draft, picked, session)
      setDraft(emptyDraft)
      setPicked([])
      setAttempt(0)
      onKept(kept)
    } catch {
      setFailure(t`This device can’t keep anything now. Sign in again, with a network.`)
    } finally {
      isKeeping.current = false
    }
  }

  const refusals = [...(picked.length === 0 ? [refused('no_learner', 'learners')] : []), ...feedbackRefusals(draft)]
  const found = refusals.flatMap((refusal) => problemsOf(refusal, words))
  const problems: readonly Problem[] = attempt === 0 ? [] : [...found, ...(failure === undefined ? [] : [{ message: failure }])]

  function submit(event: FormEvent): void {
    event.preventDefault()
    setFailure(undefined)
    setAttempt((before) => before + 1)
    if (found.length === 0) stop.before(() => void keep())
  }

  const errors = new Map(problems.flatMap(({ name, message }) => (name === undefined ? [] : [[name, message] as const])))
  return { draft, change, picked, pick, attempt, problems, errors, submit, stop }
}
