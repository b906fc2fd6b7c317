// Say feedback of one's own again, better: the new record stands in its place, and what came of it stays with it.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { problemsOf } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import type { LearningGoal } from '../goals/contract.ts'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { correctFeedback, type FeedbackDraft, feedbackReasons, type ShownFeedback } from './client.ts'
import { FeedbackFields, namedFor } from './FeedbackFields.tsx'
import { feedbackRefusals } from './rules.ts'

interface CorrectFeedbackProps {
  readonly shown: ShownFeedback
  readonly goals: readonly LearningGoal[]
  readonly onClose: () => void
}

export function CorrectFeedback({ shown, goals, onClose }: CorrectFeedbackProps) {
  const formId = useId()
  const words = useRefusalWords(feedbackReasons)
  const [draft, setDraft] = useState<FeedbackDraft>(() => draftOf(shown))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const change = (part: Partial<FeedbackDraft>) => setDraft((before) => ({ ...before, ...part }))
  const texts = [draft.didWell, draft.toDevelop ?? '', draft.nextAction]
  const stop = useWorryStop(texts, () => change({ didWell: '', toDevelop: null, nextAction: '' }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const refusals = feedbackRefusals(draft)
    setProblems(refusals.flatMap((refusal) => problemsOf(refusal, words)))
    setAttempt((before) => before + 1)
    if (refusals.length === 0) stop.before(() => void correctFeedback(shown, draft).then(onClose))
  }
  const errors = new Map(problems.flatMap(({ name, message }) => (name === undefined ? [] : [[name, message] as const])))
  return (
    <Dialog
      title={<Trans>Correct the feedback</Trans>}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={formId}>
            <Trans>Keep the correction</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={namedFor('correction', problems)} attempt={attempt} />
          <FeedbackFields of="correction" draft={draft} onChange={change} goals={goals} errors={errors} />
          <div>{stop.button}</div>
        </Stack>
      </form>
      {stop.dialogs}
    </Dialog>
  )
}

function draftOf({ goalId, criterionId, didWell, strategy, toDevelop, nextAction, mode, isPrivate }: ShownFeedback): FeedbackDraft {
  return { goalId, criterionId, didWell, strategy, toDevelop, nextAction, mode, isPrivate, response: null }
}
