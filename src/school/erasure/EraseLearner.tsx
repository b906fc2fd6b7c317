// Erase one learner: see what goes in counts, give a reason, type the name. It can't be undone, so it is the one act that asks twice.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useSending } from '../../web/asking.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { isTypedName } from '../../web/typed.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { type Preview, useErasurePreview } from './client.ts'
import { type ErasureCounts, learnerErase } from './contract.ts'
import styles from './EraseLearner.module.css'

interface EraseLearnerProps {
  readonly learner: { readonly id: string; readonly name: string }
  readonly onErased: (counts: ErasureCounts) => void
  readonly onCancel: () => void
}

export function EraseLearner({ learner, onErased, onCancel }: EraseLearnerProps) {
  const [erasing, setErasing] = useState<Preview>()
  const asked = useErasurePreview(erasing === undefined ? learner.id : undefined)
  const preview = erasing ?? (asked.state === 'answered' ? asked.answer : undefined)
  if (preview === undefined) return <AskedView asked={asked}>{() => null}</AskedView>
  return (
    <div className={styles.steps}>
      <Counts counts={preview.counts} />
      <EraseForm preview={preview} onErasing={setErasing} onErased={onErased} onCancel={onCancel} />
    </div>
  )
}

/** What goes, or went, in numbers and words. */
export function Counts({ counts }: { readonly counts: ErasureCounts }) {
  const { observations, photos, goals, learnerWordings, marks, consents, memberships, others, events, letters } = counts
  return (
    <dl className={styles.counts}>
      <Count count={observations} words={<Plural value={observations} one="observation" other="observations" />} />
      <Count count={photos} words={<Plural value={photos} one="photo of work" other="photos of work" />} />
      <Count count={goals} words={<Plural value={goals} one="goal of their own" other="goals of their own" />} />
      <Count count={learnerWordings} words={<Plural value={learnerWordings} one="goal in their words" other="goals in their words" />} />
      <Count count={marks} words={<Plural value={marks} one="mark as met" other="marks as met" />} />
      <Count count={consents} words={<Plural value={consents} one="consent" other="consents" />} />
      <Count count={memberships} words={<Plural value={memberships} one="place in a group" other="places in groups" />} />
      <Count
        count={others}
        words={
          <Plural
            value={others}
            one="other note: profile, feedback, handover or brief"
            other="other notes: profile, feedback, handovers and briefs"
          />
        }
      />
      <Count
        count={letters}
        words={<Plural value={letters} one="sentence in a portfolio, taken back" other="sentences in portfolios, taken back" />}
      />
      <Count
        count={events}
        words={<Plural value={events} one="line of the audit trail, emptied" other="lines of the audit trail, emptied" />}
      />
    </dl>
  )
}

function Count({ count, words }: { readonly count: number; readonly words: ReactNode }) {
  return (
    <>
      <dt>{count}</dt>
      <dd>{words}</dd>
    </>
  )
}

interface EraseFormProps extends Omit<EraseLearnerProps, 'learner'> {
  readonly preview: Preview
  /** What is shown meanwhile; undefined once it was refused. */
  readonly onErasing: (preview: Preview | undefined) => void
}

function EraseForm({ preview, onErasing, onErased, onCancel }: EraseFormProps) {
  const { t } = useLingui()
  const { name } = preview.learner
  const form = useEraseForm({ preview, onErasing, onErased })
  const errorOf = (field: string) => form.problems.find((problem) => problem.name === field)?.message
  return (
    <form className={styles.form} onSubmit={(event) => void form.submit(event)} noValidate>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <TextAreaField
        name="erase-reason"
        label={<Trans>Why</Trans>}
        hint={<Trans>It stays in the list of erasures. Name nobody.</Trans>}
        error={errorOf('erase-reason')}
        value={form.reason}
        onChange={form.setReason}
        maxLength={300}
        rows={2}
      />
      <Field
        name="erase-name"
        label={
          <Trans>
            Type {name} to erase {name}
          </Trans>
        }
        error={errorOf('erase-name')}
        value={form.typed}
        onChange={form.setTyped}
        autoComplete="off"
        spellCheck={false}
      />
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isPending={form.isSending}>
          {t`Erase ${name} for good`}
        </Button>
        <Button onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

function useEraseForm({ preview, onErasing, onErased }: Pick<EraseFormProps, 'preview' | 'onErasing' | 'onErased'>) {
  const { t } = useLingui()
  const { id, name } = preview.learner
  const words = useRefusalWords({})
  const [erasureId] = useState(() => newId())
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const { send, isSending, refusal } = useSending(learnerErase)
  const problems = refusal === undefined ? missing : [...missing, { message: words(refusal) }]

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found: Problem[] = []
    if (reason.trim().length < 3) found.push({ name: 'erase-reason', message: t`Say why, in a few words` })
    if (!isTypedName(typed, name)) found.push({ name: 'erase-name', message: t`Type the name as it stands: ${name}` })
    setMissing(found)
    setAttempt((before) => before + 1)
    if (found.length > 0 || isSending) return
    onErasing(preview)
    const output = await send({ id: erasureId, learnerId: id, reason: reason.trim() })
    if (output !== undefined) return onErased(output.counts)
    onErasing(undefined)
    setAttempt((before) => before + 1)
  }

  return { reason, setReason, typed, setTyped, problems, attempt, isSending, submit }
}
