// Marking a point of a submitted text to be discussed: the passage, what to talk about, on which criteria, and how.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { problemsOf } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup, ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { assignmentReasons, useMarking } from './client.ts'
import type { AssignmentHeading, AssignmentSubmission, DiscussionWay } from './contract.ts'
import type { LeafStanding } from './LeafChecklist.tsx'

interface MarkPointProps {
  readonly registrationId: Id
  readonly submission: AssignmentSubmission
  readonly heading: AssignmentHeading
  readonly leaves: ReadonlyMap<string, LeafStanding>
  /** What was chosen in the text. */
  readonly passage: string
  readonly onClose: () => void
}

export function MarkPoint({ registrationId, submission, heading, leaves, passage: chosen, onClose }: MarkPointProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const [passage, setPassage] = useState(chosen.slice(0, 1_000))
  const [point, setPoint] = useState('')
  const [picked, setPicked] = useState<readonly string[]>(heading.leaves.length === 1 ? heading.leaves : [])
  const [way, setWay] = useState<DiscussionWay>('discussion')
  const [problems, setProblems] = useState<{ readonly list: readonly Problem[]; readonly attempt: number }>({ list: [], attempt: 0 })
  const words = useRefusalWords(assignmentReasons)
  const mark = useMarking()
  const send = async () => {
    const { evidenceId, version } = submission
    const reply = await mark({ id, registrationId, evidenceId, version, heading: heading.code, passage, point, leaves: [...picked], way })
    if ('refusal' in reply) setProblems(({ attempt }) => ({ list: problemsOf(reply.refusal, words), attempt: attempt + 1 }))
    else onClose()
  }
  return (
    <Dialog isOpen title={<Trans>To be discussed: {heading.label}</Trans>} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="form">
          <ErrorSummary problems={problems.list} attempt={problems.attempt} />
          <TextAreaField
            name="passage"
            label={<Trans>The passage</Trans>}
            hint={<Trans>As it stands in the text; empty for all under this heading</Trans>}
            isOptional
            width="full"
            maxLength={1_000}
            value={passage}
            onChange={setPassage}
          />
          <Field name="point" label={<Trans>What to talk about</Trans>} width="full" maxLength={400} value={point} onChange={setPoint} />
          <ManyChips
            label={<Trans>On which criteria</Trans>}
            chips={heading.leaves.map((leaf) => ({ id: leaf, label: `${leaf} ${leaves.get(leaf)?.name ?? ''}` }))}
            value={picked}
            onChange={setPicked}
          />
          <ChipGroup
            label={<Trans>How</Trans>}
            hint={<Trans>A discussion needs an agenda that the candidate agreed to beforehand.</Trans>}
            chips={[
              { id: 'discussion', label: t`Professional discussion` },
              { id: 'questions', label: t`Questions` },
            ]}
            value={way}
            onChange={(chosenWay) => setWay(chosenWay ?? way)}
            isNeeded
          />
          <Button kind="primary" type="submit">
            <Trans>Mark the point</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
