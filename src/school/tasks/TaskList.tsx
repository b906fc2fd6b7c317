// Tasks that were made from what a learner likes, and what was seen then: those that worked are found again here.
import { Trans, useLingui } from '@lingui/react/macro'
import { dayOf } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { ShownTasks } from './client.ts'
import styles from './TaskList.module.css'

/** So many stand on a page; the brief of a session finds the others. */
const most = 5

export function TaskList({ shown: { tasks } }: { readonly shown: ShownTasks }) {
  const { t } = useLingui()
  const days = useDays()
  return (
    <Card title={<Trans>Tasks from interests</Trans>}>
      <ul className={styles.tasks} aria-label={t`Tasks from interests, newest first`}>
        {tasks.slice(0, most).map(({ taskId, idea, interest, keptAt, seen }) => (
          <li key={taskId}>
            <p>{idea}</p>
            <p className={styles.soft}>
              {t`from: ${interest}`}, {days.day(dayOf(keptAt))}
            </p>
            {seen !== undefined && <p className={styles.seen}>{seen}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
