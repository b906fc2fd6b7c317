// Choose learners whom one works with already, out of one of one's groups.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { CheckboxField, SelectField } from '../../web/ui/Field.tsx'
import type { ShownGroup } from '../groups/client.ts'
import { useGroupLearners } from './client.ts'
import styles from './LearnersChoice.module.css'

interface LearnersChoiceProps {
  readonly groups: readonly ShownGroup[]
  readonly value: ReadonlySet<Id>
  readonly onChange: (value: ReadonlySet<Id>) => void
  /** Learners who are in the group already. */
  readonly without?: ReadonlySet<Id>
  /** The group whose learners are shown first. */
  readonly from?: Id | undefined
}

export function LearnersChoice({ groups, value, onChange, without = new Set(), from }: LearnersChoiceProps) {
  const { t } = useLingui()
  const [groupId, setGroupId] = useState<Id | undefined>(from)
  const asked = useGroupLearners(groupId)
  const learners = asked.state === 'answered' ? asked.answer.filter(({ id }) => !without.has(id)) : []
  const put = (id: Id, isChosen: boolean) => {
    const next = new Set(value)
    if (isChosen) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <div className={styles.choice}>
      <SelectField
        name="from-group"
        label={<Trans>Learners of one of your groups</Trans>}
        isOptional
        placeholder={t`Choose a group`}
        options={groups.map(({ id, name, subject }) => ({ id, label: `${name}, ${subject}` }))}
        value={groupId ?? ''}
        onChange={(id) => setGroupId(id === '' ? undefined : id)}
      />
      {asked.state === 'answered' && groupId !== undefined && learners.length === 0 && (
        <p className={styles.hint}>
          <Trans>Nobody to choose there.</Trans>
        </p>
      )}
      {learners.length > 0 && (
        <div className={styles.learners}>
          {learners.map(({ id, name }) => (
            <CheckboxField
              key={id}
              name={`learner-${id}`}
              label={name}
              isChecked={value.has(id)}
              onChange={(isChecked) => put(id, isChecked)}
            />
          ))}
        </div>
      )}
    </div>
  )
}
