// A class moves up: each open goal stays, closes, goes along into another group, or goes on for some learners alone.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { ChipGroup, ManyChips } from '../../web/ui/ChipGroup.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { fieldId, SelectField } from '../../web/ui/Field.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { ShownGoal } from '../goals/client.ts'
import { type GoalFate, keepFates } from './client.ts'
import styles from './MoveUpForm.module.css'

interface Named {
  readonly id: Id
  readonly name: string
}

interface MoveUpFormProps {
  /** Open ones. */
  readonly goals: readonly ShownGoal[]
  readonly learners: readonly Named[]
  /** Where goals may go: the other groups of whoever is here. */
  readonly groups: readonly Named[]
  readonly backHref: string
  readonly onKept: () => void
}

type Kind = 'stays' | 'closes' | 'group' | 'learners'

interface Choice {
  readonly kind: Kind
  readonly groupId: Id
  readonly learnerIds: readonly Id[]
}

const untouched: Choice = { kind: 'stays', groupId: '', learnerIds: [] }

/** What the choice means; undefined while it is not said where to. */
function fateOfChoice({ kind, groupId, learnerIds }: Choice): GoalFate | undefined {
  if (kind === 'group') return groupId === '' ? undefined : { groupId }
  if (kind === 'learners') return learnerIds.length === 0 ? undefined : { learnerIds }
  return kind
}

export function MoveUpForm({ goals, learners, groups, backHref, onKept }: MoveUpFormProps) {
  const form = useMoveUp(goals, onKept)
  return (
    <form className={styles.form} onSubmit={(event) => void form.submit(event)} noValidate>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      {goals.map((goal) => (
        <Card key={goal.id} title={goal.wording}>
          <Fate
            goal={goal}
            choice={form.choiceOf(goal.id)}
            onChange={(choice) => form.choose(goal.id, choice)}
            isMissing={form.missing.has(goal.id)}
            learners={learners}
            groups={groups}
          />
        </Card>
      ))}
      <div className={styles.acts}>
        <Button type="submit" kind="primary">
          <Trans>Move the goals up</Trans>
        </Button>
        <ButtonLink href={backHref}>
          <Trans>Cancel</Trans>
        </ButtonLink>
      </div>
    </form>
  )
}

interface FateProps extends Pick<MoveUpFormProps, 'learners' | 'groups'> {
  readonly goal: ShownGoal
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
  /** It is not said where to. */
  readonly isMissing: boolean
}

function Fate({ goal, choice, onChange, isMissing, learners, groups }: FateProps) {
  const { t } = useLingui()
  const name = learners.find(({ id }) => id === goal.learnerId)?.name
  const isOwn = goal.learnerId !== null
  const change = (next: Partial<Choice>) => onChange({ ...choice, ...next })
  return (
    <div className={styles.fate}>
      <ChipGroup
        label={
          isOwn && name !== undefined ? (
            <Trans>
              For {name} alone: it goes where {name} goes
            </Trans>
          ) : (
            <Trans>For everyone in the group</Trans>
          )
        }
        isNeeded
        chips={[
          { id: 'stays' as const, label: isOwn ? t`Stays open` : t`Stays here` },
          { id: 'closes' as const, label: t`Closes` },
          ...(isOwn
            ? []
            : [
                ...(groups.length > 0 ? [{ id: 'group' as const, label: t`Goes along` }] : []),
                { id: 'learners' as const, label: t`Goes on for some` },
              ]),
        ]}
        value={choice.kind}
        onChange={(kind) => kind !== undefined && change({ kind })}
      />
      {choice.kind === 'group' && (
        <SelectField
          name={`to-${goal.id}`}
          label={<Trans>Into which group?</Trans>}
          placeholder={t`Choose a group`}
          error={isMissing ? t`Choose a group` : undefined}
          options={groups.map(({ id, name: label }) => ({ id, label }))}
          value={choice.groupId}
          onChange={(groupId) => change({ groupId })}
        />
      )}
      {choice.kind === 'learners' && (
        <div id={fieldId(`to-${goal.id}`)} tabIndex={-1}>
          <ManyChips
            label={<Trans>For whom?</Trans>}
            hint={isMissing ? t`Choose a learner` : undefined}
            chips={learners.map(({ id, name: label }) => ({ id, label }))}
            value={choice.learnerIds}
            onChange={(learnerIds) => change({ learnerIds })}
          />
        </div>
      )}
    </div>
  )
}

function useMoveUp(goals: readonly ShownGoal[], onKept: () => void) {
  const { t } = useLingui()
  const [choices, setChoices] = useState<ReadonlyMap<Id, Choice>>(new Map())
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string>()
  const choiceOf = (goalId: Id) => choices.get(goalId) ?? untouched
  const fates = goals.map(({ id }) => [id, fateOfChoice(choiceOf(id))] as const)
  const missing = new Set(attempt === 0 ? [] : fates.flatMap(([id, fate]) => (fate === undefined ? [id] : [])))
  const problems = [
    ...goals.filter(({ id }) => missing.has(id)).map(({ id, wording }) => ({ name: `to-${id}`, message: t`Say where “${wording}” goes` })),
    ...(failure === undefined ? [] : [{ message: failure }]),
  ]

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const known = fates.flatMap(([id, fate]) => (fate === undefined ? [] : [[id, fate] as const]))
    if (known.length < fates.length) return
    try {
      await keepFates(goals, new Map(known))
      onKept()
    } catch {
      setFailure(t`This device can’t keep anything now. Sign in again, with a network.`)
    }
  }

  const choose = (goalId: Id, choice: Choice) => setChoices(new Map([...choices, [goalId, choice]]))
  return { choiceOf, choose, missing, problems, attempt, submit }
}
