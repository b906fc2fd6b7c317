// Today's groups as big buttons in their covers: one tap to the one that begins now.
import { Plural, Trans } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import type { Id } from '../../../core/ids.ts'
import type { CaptureGroup } from '../../../school/observations/client.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import styles from './GroupChoice.module.css'

interface GroupChoiceProps {
  readonly groups: readonly CaptureGroup[]
  readonly onChoose: (id: Id) => void
}

export function GroupChoice({ groups, onChoose }: GroupChoiceProps) {
  if (groups.length === 0) {
    return (
      <EmptyState
        title={<Trans>You work with no group today</Trans>}
        action={
          <Button kind="primary" onPress={() => location.assign('/groups')}>
            <Trans>Make a group</Trans>
          </Button>
        }
      >
        <Trans>A teacher can add you to one, or you make one yourself.</Trans>
      </EmptyState>
    )
  }
  return (
    <ul className={styles.groups}>
      {groups.map(({ id, name, subject, cover, learnerIds }) => (
        <li key={id}>
          <button type="button" className={styles.group} data-cover={cover} onClick={() => onChoose(id)}>
            <span className={styles.label}>
              <span className={styles.name}>{name}</span>
              <span className={styles.about}>
                {subject}, <Plural value={learnerIds.length} one="# learner" other="# learners" />
              </span>
            </span>
            <ChevronRight aria-hidden="true" data-mirrors="" />
          </button>
        </li>
      ))}
    </ul>
  )
}
