// Set a goal: for whom, what is to be learnt, where it stands on the ladder, and how one will know.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { FrameworkStatement } from '../../common/frameworks/contract.ts'
import type { Id } from '../../core/ids.ts'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { CriteriaFields } from './CriteriaFields.tsx'
import { type GoalDraft, keepGoal, missingIn, newGoal } from './client.ts'
import styles from './GoalForm.module.css'
import { isMoreThanCanBeHeld, soundsLikeATask } from './rules.ts'
import { StatementPicker } from './StatementPicker.tsx'
import { Hints, TaskHint, useAfterPause } from './WordingHints.tsx'

interface GoalFormProps {
  readonly groupId: Id
  /** What the group learns. */
  readonly subject: string
  readonly learners: readonly { readonly id: Id; readonly name: string }[]
  /** For whom it is at first; otherwise for everyone. */
  readonly learnerId?: Id | undefined
  readonly statements: readonly FrameworkStatement[]
  /** How many success criteria each open goal of this learner has, or of everyone in the group. */
  readonly openCriteria: (learnerId: Id | undefined) => readonly number[]
  readonly backHref: string
  readonly onKept: (goalId: Id) => void
}

export function GoalForm({ groupId, subject, learners, learnerId, statements, openCriteria, backHref, onKept }: GoalFormProps) {
  const { t } = useLingui()
  const form = useGoalForm(groupId, learnerId, onKept)
  const { draft, setDraft, missing } = form
  const wording = useAfterPause(draft.wording)
  return (
    <form className={styles.form} onSubmit={(event) => void form.submit(event)} noValidate>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <Card>
        <div className={styles.part}>
          <SelectField
            name="goal-for"
            label={<Trans>Whose goal is it?</Trans>}
            placeholder={t`Everyone in the group`}
            options={learners.map(({ id, name }) => ({ id, label: name }))}
            value={form.whose ?? ''}
            onChange={(id) => form.setWhose(id === '' ? undefined : id)}
          />
          <div>
            <TextAreaField
              name="goal-wording"
              label={<Trans>What is to be learnt</Trans>}
              hint={<Trans>In the adults’ words, as it stands in the plan</Trans>}
              error={missing.has('goal-wording') ? t`Say what is to be learnt` : undefined}
              value={draft.wording}
              onChange={(wording) => setDraft({ ...draft, wording })}
              maxLength={200}
              rows={2}
              width="full"
            />
            <Hints>{soundsLikeATask(wording) && <TaskHint />}</Hints>
          </div>
          <StatementPicker
            statements={statements}
            subject={subject}
            value={draft.statement}
            onChange={(statement) => setDraft({ ...draft, statement })}
          />
          {draft.statement === null && (
            <TextAreaField
              name="goal-expectation"
              label={<Trans>What the stage expects, in your own words</Trans>}
              hint={<Trans>Where the ladder has no statement for it, as it stands in your curriculum</Trans>}
              isOptional
              value={draft.expectation}
              onChange={(expectation) => setDraft({ ...draft, expectation })}
              maxLength={200}
              rows={2}
              width="full"
            />
          )}
        </div>
      </Card>
      <Card title={<Trans>How we will know</Trans>}>
        <CriteriaFields criteria={draft.criteria} onChange={(criteria) => setDraft({ ...draft, criteria })} missing={missing} />
        <Hints>
          {isMoreThanCanBeHeld([...openCriteria(form.whose), draft.criteria.length]) && (
            <p>
              <Trans>
                With the goals that are open already, this is more than four success criteria to hold in mind. Close one first, or set this
                one later.
              </Trans>
            </p>
          )}
        </Hints>
      </Card>
      <div className={styles.actions}>
        <Button type="submit" kind="primary">
          <Trans>Set the goal</Trans>
        </Button>
        <ButtonLink href={backHref}>
          <Trans>Cancel</Trans>
        </ButtonLink>
      </div>
    </form>
  )
}

function useGoalForm(groupId: Id, learnerId: Id | undefined, onKept: (goalId: Id) => void) {
  const { t } = useLingui()
  const [draft, setDraft] = useState<GoalDraft>(newGoal)
  const [whose, setWhose] = useState(learnerId)
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string>()
  const names = attempt === 0 ? [] : missingIn(draft)
  const problems = [...names.map((name) => ({ name, message: messageFor(name) })), ...(failure === undefined ? [] : [{ message: failure }])]

  function messageFor(name: string): string {
    if (name === 'goal-wording') return t`Say what is to be learnt`
    const number = draft.criteria.findIndex(({ id }) => name.endsWith(id)) + 1
    return name.startsWith('short')
      ? t`Give success criterion ${number} a short name`
      : t`Say success criterion ${number} in the child’s words`
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    if (missingIn(draft).length > 0) return
    try {
      onKept(await keepGoal(draft, whose === undefined ? { groupId } : { learnerId: whose }))
    } catch {
      setFailure(t`This device can’t keep anything now. Sign in again, with a network.`)
    }
  }

  return { draft, setDraft, whose, setWhose, missing: new Set(names), problems, attempt, submit }
}
