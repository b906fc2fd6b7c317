// The log of achievements on a learner's page: the latest entries, what could be kept next, and the way to the whole log.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { EmptyState } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './AchievementCard.module.css'
import { type ShownLog, useLogActs } from './client.ts'
import { LogSaid } from './LogSaid.tsx'
import { Offers } from './Offers.tsx'

interface AchievementCardProps {
  readonly log: ShownLog
  /** The address of the whole log. */
  readonly href: string
  /** Whether the reader may keep entries. */
  readonly canKeep: boolean
}

/** So many of each at once: the page stays calm. */
const atFirst = { entries: 3, offers: 2 }

export function AchievementCard({ log, href, canKeep }: AchievementCardProps) {
  const { t } = useLingui()
  const days = useDays()
  const acts = useLogActs(log.learner.id)
  const { entries, offers, learner } = log
  const shown = canKeep ? offers.slice(0, atFirst.offers) : []
  const more = entries.length - atFirst.entries
  return (
    <Card
      title={<Trans>Achievements</Trans>}
      actions={
        <ButtonLink kind="quiet" size="small" leadsOn href={href}>
          <Trans>The whole log</Trans>
        </ButtonLink>
      }
    >
      <div className={styles.card}>
        {entries.length === 0 && shown.length === 0 && (
          <EmptyState title={<Trans>Nothing is kept yet</Trans>}>
            <Trans>A “met”, an improvement or a quoted sentence can go in, and whatever {learner.name} is proud of.</Trans>
          </EmptyState>
        )}
        {entries.length > 0 && (
          <ul aria-label={t`Achievements, newest first`} className={styles.entries}>
            {entries.slice(0, atFirst.entries).map(({ id, words, voice, achievedOn }) => (
              <li key={id}>
                {voice === 'child' ? `“${words}”` : words} <span className={styles.soft}>{days.day(achievedOn)}</span>
              </li>
            ))}
          </ul>
        )}
        {more > 0 && (
          <p className={styles.soft}>
            <Plural value={more} one="and # more in the log" other="and # more in the log" />
          </p>
        )}
        {shown.length > 0 && (
          <>
            <h3 className={styles.heading}>
              <Trans>Could go into the log</Trans>
            </h3>
            <Offers offers={shown} learnerName={learner.name} acts={acts} />
          </>
        )}
      </div>
      <LogSaid acts={acts} />
    </Card>
  )
}
