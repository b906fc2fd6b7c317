// Learners of whom nothing was noted for two weeks, since when, and a way to look at them now.
import { Trans } from '@lingui/react/macro'
import { PenLine } from 'lucide-react'
import type { Id } from '../../../core/ids.ts'
import type { MapLearner } from '../../../school/classmap/client.ts'
import { useDays } from '../../days.ts'
import { ButtonLink, TextLink } from '../../ui/Button.tsx'
import { paths } from '../paths.ts'
import styles from './panel.module.css'

export function NotSeenPanel({ groupId, learners }: { readonly groupId: Id; readonly learners: readonly MapLearner[] }) {
  return (
    <div className={styles.panel}>
      <h2>
        <Trans>Not seen for two weeks</Trans>
      </h2>
      <div>
        <ButtonLink icon={PenLine} href={paths.capture(groupId)}>
          <Trans>Look at them now</Trans>
        </ButtonLink>
      </div>
      <ul className={styles.list}>
        {learners.map((learner) => (
          <li key={learner.id} className={styles.line}>
            <p className={styles.name}>
              <TextLink href={paths.learner(learner.id)}>{learner.name}</TextLink>
            </p>
            <p className={styles.soft}>
              <LastSeen at={learner.lastSeenAt} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function LastSeen({ at }: { readonly at: string | null }) {
  const days = useDays()
  if (at === null) return <Trans>Nothing noted so far</Trans>
  const when = days.moment(at)
  return <Trans>Last seen {when}</Trans>
}
