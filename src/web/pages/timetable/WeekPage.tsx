// The week: one's sessions by day, with what is out of the ordinary; each can be moved, cancelled or handed to a colleague.
import { Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Day, dayOf } from '../../../core/time.ts'
import { addDays, weekdayOf } from '../../../core/wall-clock.ts'
import { type ShownSession, sessionMine } from '../../../school/sessions/contract.ts'
import { SessionLine } from '../../../school/sessions/SessionLine.tsx'
import { closedBy, useTermDates } from '../../../school/timetable/client.ts'
import type { TermDates } from '../../../school/timetable/contract.ts'
import { useAsked } from '../../asking.ts'
import { useDays } from '../../days.ts'
import { useMember } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import styles from './WeekPage.module.css'

export function WeekPage() {
  const { t } = useLingui()
  const days = useDays()
  const monday = useMonday()
  const asked = useAsked(sessionMine, { fromOn: monday, untilOn: addDays(monday, 6) })
  const dates = useTermDates()
  const known = dates.state === 'answered' ? dates.answer.dates : []
  const weekOf = days.day(monday)
  return (
    <>
      <PageHeader
        title={<Trans>The week of {weekOf}</Trans>}
        actions={
          <nav className={styles.ways} aria-label={t`Weeks`}>
            <ButtonLink
              size="small"
              icon={ChevronLeft}
              aria-label={t`Before: the week earlier`}
              href={`${paths.week}?from=${addDays(monday, -7)}`}
            >
              <Trans>Before</Trans>
            </ButtonLink>
            <ButtonLink size="small" href={paths.week}>
              <Trans>This week</Trans>
            </ButtonLink>
            <ButtonLink
              size="small"
              icon={ChevronRight}
              aria-label={t`After: the week later`}
              href={`${paths.week}?from=${addDays(monday, 7)}`}
            >
              <Trans>After</Trans>
            </ButtonLink>
          </nav>
        }
      />
      <AskedView asked={asked}>
        {({ sessions }) => (
          <div className={styles.week}>
            {Array.from({ length: 7 }, (_, n) => addDays(monday, n))
              .map((day) => ({ day, some: sessions.filter(({ startsAt }) => dayOf(startsAt) === day) }))
              .filter(({ day, some }) => weekdayOf(day) < 6 || some.length > 0)
              .map(({ day, some }) => (
                <DayOfWeek key={day} day={day} sessions={some} dates={known} />
              ))}
          </div>
        )}
      </AskedView>
    </>
  )
}

/** The Monday of the week in the address, or of this one. */
function useMonday(): Day {
  const { from }: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const asked = Day.safeParse(from)
  const day = asked.success ? asked.data : dayOf(new Date())
  return addDays(day, 1 - weekdayOf(day))
}

interface DayOfWeekProps {
  readonly day: Day
  readonly sessions: readonly ShownSession[]
  readonly dates: readonly TermDates[]
}

function DayOfWeek({ day, sessions, dates }: DayOfWeekProps) {
  const days = useDays()
  const { personId } = useMember()
  const closed = closedBy(day, dates)
  return (
    <section className={styles.day} aria-labelledby={`day-${day}`} {...(day === days.today ? { 'data-today': '' } : {})}>
      <h2 id={`day-${day}`} className={styles.name}>
        {days.day(day)}
        {day === days.today && (
          <span className={styles.today}>
            <Trans>Today</Trans>
          </span>
        )}
      </h2>
      {sessions.length === 0 ? (
        <p className={styles.none}>
          {closed === undefined ? <Trans>No session</Trans> : closed === 'no_term' ? <Trans>Not in term</Trans> : closed.name}
        </p>
      ) : (
        <ul className={styles.list}>
          {sessions.map((session) => {
            const isTaker = session.takenBy?.personId === personId
            return (
              <SessionLine
                key={session.id}
                session={session}
                href={isTaker ? undefined : paths.session(session.id)}
                canArrange={!isTaker}
              />
            )
          })}
        </ul>
      )}
    </section>
  )
}
