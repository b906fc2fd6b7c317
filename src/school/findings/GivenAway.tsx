// Misconceptions by name with the learners who gave each away, and when last; older ones stay in sight, each under its own name.
import { Trans } from '@lingui/react/macro'
import { Fragment } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { ShownFindings } from './client.ts'
import styles from './GivenAway.module.css'
import { misconceptionsGivenAway } from './rules.ts'

interface GivenAwayProps {
  readonly findings: ShownFindings
  readonly names: ReadonlyMap<Id, string>
  readonly learnerHref: (learnerId: Id) => string
}

export function GivenAway({ findings: { moments, learners }, names, learnerHref }: GivenAwayProps) {
  const days = useDays()
  const given = misconceptionsGivenAway(moments)
  if (given.length === 0) return null
  return (
    <Card title={<Trans>Misconceptions that showed</Trans>}>
      <ul className={styles.list}>
        {given.map(({ misconceptionId, learners: those }) => (
          <li key={misconceptionId}>
            <p className={styles.name}>{names.get(misconceptionId) ?? <Trans>A misconception</Trans>}</p>
            <p className={styles.who}>
              {those.map(({ learnerId, at }, place) => (
                <Fragment key={learnerId}>
                  {place > 0 && ' · '}
                  <a href={learnerHref(learnerId)}>{learners.find(({ id }) => id === learnerId)?.shortName ?? <Trans>A learner</Trans>}</a>,{' '}
                  {days.moment(at)}
                </Fragment>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
