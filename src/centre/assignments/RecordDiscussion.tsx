// What was said on each point: a professional discussion if the agenda was agreed beforehand, questioning otherwise.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { assignmentReasons, useRecordingDiscussion } from './client.ts'
import type { DiscussionPoint } from './contract.ts'
import { secondsOf } from './rules.ts'

interface RecordDiscussionProps {
  readonly registrationId: Id
  /** Those that are open. What nothing is said on stays open. */
  readonly points: readonly DiscussionPoint[]
  readonly onClose: () => void
}

export function RecordDiscussion({ registrationId, points, onClose }: RecordDiscussionProps) {
  const { today } = useDays()
  const [id] = useState(newId)
  const [heldOn, setHeldOn] = useState(today)
  const [said, setSaid] = useState<Readonly<Record<Id, { readonly words: string; readonly at: string }>>>({})
  const [problems, setProblems] = useState<{ readonly list: readonly Problem[]; readonly attempt: number }>({ list: [], attempt: 0 })
  const words = useRefusalWords(assignmentReasons)
  const record = useRecordingDiscussion()
  const of = (pointId: Id) => said[pointId] ?? { words: '', at: '' }
  const put = (pointId: Id, part: object) => setSaid({ ...said, [pointId]: { ...of(pointId), ...part } })
  const talked = points.filter((point) => of(point.id).words.trim() !== '')
  const isQuestioning = talked.some(({ agreedAt }) => agreedAt === null)
  const send = async () => {
    const lines = (talked.length === 0 ? points : talked).map(({ id: pointId }) => ({
      pointId,
      words: of(pointId).words.trim(),
      at: secondsOf(of(pointId).at),
    }))
    const reply = await record({ id, registrationId, heldOn: heldOn === '' ? today : heldOn, said: lines })
    if ('refusal' in reply) setProblems(({ attempt }) => ({ list: problemsOf(reply.refusal, words), attempt: attempt + 1 }))
    else onClose()
  }
  return (
    <Dialog isOpen title={<Trans>How it was talked through</Trans>} onClose={onClose} size="large">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="form">
          <ErrorSummary problems={problems.list} attempt={problems.attempt} />
          <Field name="heldOn" type="date" width="short" label={<Trans>Day</Trans>} max={today} value={heldOn} onChange={setHeldOn} />
          {points.map((point) => (
            <Stack key={point.id} gap="small">
              <TextAreaField
                name={`said-${point.id}`}
                label={`${point.leaves.join(', ')}: ${point.point}`}
                width="full"
                maxLength={2_000}
                value={of(point.id).words}
                onChange={(text) => put(point.id, { words: text })}
              />
              <Field
                name={`at-${point.id}`}
                label={<Trans>Where in the recording</Trans>}
                hint={<Trans>Minutes and seconds: 06:10</Trans>}
                isOptional
                width="short"
                value={of(point.id).at}
                onChange={(text) => put(point.id, { at: text })}
              />
            </Stack>
          ))}
          <p>
            {isQuestioning ? (
              <Trans>It is kept as questioning: not every point was agreed to beforehand.</Trans>
            ) : (
              <Trans>It is kept as a professional discussion with its agenda.</Trans>
            )}
          </p>
          <Button kind="primary" type="submit">
            <Trans>Add to the portfolio</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
