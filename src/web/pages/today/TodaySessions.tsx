// The sessions of today in their order: the one that goes on with its places and capture in one tap, the next one marked, and what can be prepared for the next day.
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarDays, PenLine } from 'lucide-react'
import { dayOf } from '../../../core/time.ts'
import { wallTimeOf } from '../../../core/wall-clock.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { nowAndNext, takingHours } from '../../../school/sessions/rules.ts'
import { SessionTimes } from '../../../school/sessions/SessionWhen.tsx'
import { daysOf } from '../../../school/today/client.ts'
import { useDays } from '../../days.ts'
import { useMember } from '../../member.ts'
import { ButtonLink, TextLink } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/Notice.tsx'
import { paths } from '../paths.ts'
import { places } from '../session/places.ts'
import { StartUnplanned } from './StartUnplanned.tsx'
import styles from './TodaySessions.module.css'

interface TodaySessionsProps {
  readonly sessions: readonly ShownSession[]
  readonly now: Date
}

export function TodaySessions({ sessions, now }: TodaySessionsProps) {
  const days = useDays()
  const { today, later } = daysOf(sessions, dayOf(now))
  const { current, next } = nowAndNext(today, now)
  return (
    <section aria-labelledby="sessions-today" className={styles.sheet}>
      <div className={styles.head}>
        <h2 id="sessions-today">
          <Trans>Today, {days.day(dayOf(now))}</Trans>
        </h2>
        <div className={styles.acts}>
          <StartUnplanned />
          <ButtonLink kind="quiet" size="small" icon={CalendarDays} href={paths.week}>
            <Trans>The week</Trans>
          </ButtonLink>
        </div>
      </div>
      {today.length === 0 && <NoneToday hasLater={later.length > 0} />}
      {today.length > 0 && (
        <ol className={styles.list}>
          {today.map((session) => (
            <Line key={session.id} session={session} now={now} mark={session === current ? 'now' : session === next ? 'next' : undefined} />
          ))}
        </ol>
      )}
    </section>
  )
}

/** The next day that has sessions: what can be prepared. */
export function NextDay({ sessions, now }: TodaySessionsProps) {
  const days = useDays()
  const { later } = daysOf(sessions, dayOf(now))
  const [first] = later
  if (first === undefined) return null
  return (
    <section aria-labelledby="sessions-later" className={styles.sheet}>
      <h2 id="sessions-later" className={styles.later}>
        <Trans>Next, {days.day(dayOf(first.startsAt))}</Trans>
      </h2>
      <ol className={styles.list}>
        {later.map((session) => (
          <Line key={session.id} session={session} now={now} mark={undefined} />
        ))}
      </ol>
    </section>
  )
}

function NoneToday({ hasLater }: { readonly hasLater: boolean }) {
  return (
    <EmptyState title={<Trans>No session today</Trans>}>
      {!hasLater && <Trans>A group’s page has its weekly times: set them once, and its sessions stand here by themselves.</Trans>}
    </EmptyState>
  )
}

interface LineProps {
  readonly session: ShownSession
  readonly now: Date
  readonly mark: 'now' | 'next' | undefined
}

function Line({ session, now, mark }: LineProps) {
  const { id, groupName, subject, cover, isCancelled } = session
  const { isTaker, isAway, isAllowed } = useTaking(session, now)
  const isNow = mark === 'now'
  return (
    <li className={classes(styles.line, isNow && styles.now, isCancelled && styles.cancelled)}>
      <span className={styles.time}>
        <SessionTimes session={session} />
      </span>
      <span className={styles.spine} data-cover={cover} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.name}>{isAllowed ? <TextLink href={paths.session(id)}>{groupName}</TextLink> : groupName}</p>
        <p className={styles.about}>
          {subject}
          <Remark session={session} isTaker={isTaker} isAway={isAway} now={now} />
        </p>
      </div>
      {mark !== undefined && (
        <span className={classes(styles.mark, isNow && styles.isNow)}>{mark === 'now' ? <Trans>Now</Trans> : <Trans>Next</Trans>}</span>
      )}
      {isAllowed && mark !== undefined && <Ways session={session} isNow={isNow} />}
    </li>
  )
}

/** Into the session that goes on, or comes next: capture, and each of its places, in one tap. */
function Ways({ session, isNow }: { readonly session: ShownSession; readonly isNow: boolean }) {
  return (
    <div className={styles.ways}>
      {isNow && (
        <ButtonLink kind="primary" icon={PenLine} href={paths.capture(session.groupId)}>
          <Trans>Capture</Trans>
        </ButtonLink>
      )}
      <div className={classes(styles.places, !isNow && styles.flush)}>
        <PlaceLinks session={session} />
      </div>
    </div>
  )
}

/** Its places, each in one tap. */
function PlaceLinks({ session }: { readonly session: ShownSession }) {
  const { t } = useLingui()
  return places.map(({ slug, label }) => (
    <ButtonLink
      key={slug}
      kind="quiet"
      size="small"
      href={paths.session(session.id, slug)}
      aria-label={t`${t(label)}, ${session.groupName}`}
    >
      {t(label)}
    </ButtonLink>
  ))
}

interface RemarkProps {
  readonly session: ShownSession
  readonly isTaker: boolean
  readonly isAway: boolean
  readonly now: Date
}

/** What is out of the ordinary. */
function Remark({ session, isTaker, isAway, now }: RemarkProps) {
  const { fromAt, untilAt } = takingHours({ startsAt: session.startsAt, endsAt: session.endsAt ?? session.startsAt })
  const at = now.toISOString()
  if (session.isCancelled) return <Trans>, cancelled</Trans>
  if (isAway) return <Trans>, {session.takenBy?.name} takes it</Trans>
  if (isTaker && at < fromAt) return <Trans>, you take it for a colleague: it opens at {wallTimeOf(fromAt)}</Trans>
  if (isTaker && at <= untilAt) return <Trans>, you take it for a colleague: it is open until {wallTimeOf(untilAt)}</Trans>
  if (isTaker) return <Trans>, you took it for a colleague: it is shut again</Trans>
  return session.endsAt === null ? <Trans>, begun unplanned</Trans> : null
}

/** Whoever takes a session for a colleague may enter in its hours; who works with the group may always: a cover teacher has the practitioner beside them. */
function useTaking({ takenBy, startsAt, endsAt }: ShownSession, now: Date) {
  const isTaker = takenBy?.personId === useMember().personId
  const { fromAt, untilAt } = takingHours({ startsAt, endsAt: endsAt ?? startsAt })
  const isInHours = fromAt <= now.toISOString() && now.toISOString() <= untilAt
  return { isTaker, isAway: takenBy !== null && !isTaker, isAllowed: !isTaker || isInHours }
}
