// A next action while it is written: whose it is, what, and when.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../core/time.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { handoverReasons } from '../handovers/HandoverWords.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import styles from './ActionForm.module.css'
import { useOwnerWords } from './ActionWords.tsx'
import { type ActionDraft, type ActionLearners, actionOf } from './client.ts'
import { ActionOwner, type NewAction } from './contract.ts'

interface ActionFormProps {
  readonly sessionId: string
  readonly learners: ActionLearners
  readonly onKeep: (action: NewAction) => void
}

const empty: ActionDraft = { owner: 'practitioner', learnerId: null, wording: '', dueOn: null }

export function ActionForm({ sessionId, learners, onKeep }: ActionFormProps) {
  const { t } = useLingui()
  const owners = useOwnerWords()
  const refusalWords = useRefusalWords(handoverReasons)
  const [draft, setDraft] = useState(empty)
  const [problem, setProblem] = useState<string>()
  const change = (some: Partial<ActionDraft>) => {
    setDraft({ ...draft, ...some })
    setProblem(undefined)
  }
  const stop = useWorryStop([draft.wording], () => change({ wording: '' }))
  const keep = () => {
    if (draft.wording.trim() === '') return setProblem(t`Write a few words`)
    const action = actionOf(draft, sessionId, learners, new Date())
    if ('code' in action) return setProblem(action.reason === 'learner_missing' ? t`Choose a learner` : refusalWords(action))
    setDraft({ ...empty, owner: draft.owner })
    onKeep(action)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ChipGroup
        label={<Trans>Who does something next?</Trans>}
        chips={ActionOwner.options.map((id) => ({ id, label: owners[id] }))}
        value={draft.owner}
        onChange={(owner) => owner !== undefined && change({ owner, learnerId: null })}
        isNeeded
      />
      {draft.owner === 'learner' && (
        <ChipGroup
          label={<Trans>Which learner?</Trans>}
          chips={learners.map(({ id, name }) => ({ id, label: name }))}
          value={draft.learnerId ?? undefined}
          onChange={(learnerId) => change({ learnerId: learnerId ?? null })}
        />
      )}
      <Field
        name="next-action"
        label={draft.owner === 'learner' ? <Trans>In the child’s own words</Trans> : <Trans>What happens next?</Trans>}
        error={problem}
        value={draft.wording}
        onChange={(wording) => change({ wording })}
        maxLength={160}
        width="full"
        autoComplete="off"
      />
      <When dueOn={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
      <div className={styles.acts}>
        <Button type="submit" size="small">
          <Trans>Keep</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}

function When({ dueOn, onChange }: { readonly dueOn: Day | null; readonly onChange: (dueOn: Day | null) => void }) {
  const [hasDay, setHasDay] = useState(false)
  const choose = (when: 'next' | 'day' | undefined) => {
    setHasDay(when === 'day')
    if (when !== 'day') onChange(null)
  }
  return (
    <>
      <ChipGroup
        label={<Trans>When?</Trans>}
        chips={[
          { id: 'next', label: <Trans>Next session</Trans> },
          { id: 'day', label: <Trans>On a day</Trans> },
        ]}
        value={hasDay ? 'day' : 'next'}
        onChange={choose}
        isNeeded
      />
      {hasDay && (
        <Field
          name="next-action-day"
          type="date"
          label={<Trans>Day</Trans>}
          value={dueOn ?? ''}
          onChange={(day) => onChange(day === '' ? null : day)}
          width="short"
        />
      )}
    </>
  )
}
