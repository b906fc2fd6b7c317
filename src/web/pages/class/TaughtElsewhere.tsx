// Beside who is not there yet: the group that works on this goal already, and where what is noted there stands.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../../core/ids.ts'
import type { ClassMapAnswer } from '../../../school/classmap/client.ts'
import { useMyGroups } from '../../../school/groups/client.ts'
import { TextLink } from '../../ui/Button.tsx'
import { paths } from '../paths.ts'
import styles from './panel.module.css'

interface TaughtElsewhereProps {
  readonly answer: Pick<ClassMapAnswer, 'goals' | 'takenInto'>
  readonly criterionId: Id
}

/** For those who work with that group too; the others see nothing. */
export function TaughtElsewhere({ answer, criterionId }: TaughtElsewhereProps) {
  const groups = useMyGroups()
  const goal = answer.goals.find(({ criteria }) => criteria.some(({ id }) => id === criterionId))
  const into = answer.takenInto.filter(({ fromGoalId }) => fromGoalId === goal?.id).map(({ groupId }) => groupId)
  const known = groups.state === 'answered' ? groups.answer.filter(({ id }) => into.includes(id)) : []
  return known.map(({ id, name }) => (
    <div key={id} className={styles.elsewhere}>
      <p>
        <Trans>{name} works on this goal too. What is noted there stands on its own class page.</Trans>
      </p>
      <TextLink href={paths.classPage(id)}>
        <Trans>Class page of {name}</Trans>
      </TextLink>
    </div>
  ))
}
