// On a learner's page: second attempts beside the first, and what the learner was told with what came of it.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { EmptyState } from '../../web/ui/Notice.tsx'
import { FeedbackList } from '../feedback/FeedbackList.tsx'
import { isUsed } from '../feedback/rules.ts'
import { type LearnersFeedback as Known, useLearnersFeedback } from './client.ts'
import { ImprovementList } from './ImprovementList.tsx'

interface LearnersFeedbackProps {
  readonly learner: { readonly id: Id; readonly name: string }
}

export function LearnersFeedback({ learner }: LearnersFeedbackProps) {
  const asked = useLearnersFeedback(learner.id)
  return <AskedView asked={asked}>{(known) => <Shown learner={learner} known={known} />}</AskedView>
}

/** So many are read at once; the rest is one tap away. */
const atFirst = 3

function Shown({ learner, known }: LearnersFeedbackProps & { readonly known: Known }) {
  const { t } = useLingui()
  const [isWhole, setIsWhole] = useState(false)
  const { feedback, improvements, criteria } = known
  if (feedback.length === 0 && improvements.length === 0) {
    return (
      <EmptyState title={<Trans>No feedback was noted yet</Trans>}>
        <Trans>It is given in a session, under Feedback.</Trans>
      </EmptyState>
    )
  }
  const used = feedback.filter(isUsed).length
  const left = Math.max(0, feedback.length - atFirst) + Math.max(0, improvements.length - atFirst)
  const some = <T,>(all: readonly T[]) => (isWhole ? all : all.slice(0, atFirst))
  return (
    <Stack gap="form">
      {used > 0 && (
        <p>
          <Plural value={used} one="# piece of feedback was used." other="# pieces of feedback were used." />
        </p>
      )}
      {improvements.length > 0 && (
        <ImprovementList
          label={t`Second attempts`}
          improvements={some(improvements)}
          names={new Map([[learner.id, learner.name]])}
          isNamed={false}
          criteria={criteria}
          feedback={feedback}
        />
      )}
      {feedback.length > 0 && <FeedbackList label={t`Feedback`} feedback={some(feedback)} criteria={criteria} />}
      {!isWhole && left > 0 && (
        <Button onPress={() => setIsWhole(true)}>
          <Trans>Show {left} more</Trans>
        </Button>
      )}
    </Stack>
  )
}
