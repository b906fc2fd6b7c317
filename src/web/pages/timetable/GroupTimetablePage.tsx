// A group's timetable: its times of the week, and the sessions that they make in the next fortnight.
import { Trans } from '@lingui/react/macro'
import { Fragment } from 'react'
import { dayOf } from '../../../core/time.ts'
import { addDays } from '../../../core/wall-clock.ts'
import { canSeeGroup } from '../../../school/groups/policy.ts'
import { type ShownSession, sessionOfGroup } from '../../../school/sessions/contract.ts'
import { SessionLine } from '../../../school/sessions/SessionLine.tsx'
import { type GroupTimes, useGroupTimes } from '../../../school/timetable/client.ts'
import { WeeklyTimes } from '../../../school/timetable/WeeklyTimes.tsx'
import { useAsked } from '../../asking.ts'
import { useDays } from '../../days.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { NotMyGroup } from '../groups/NotYours.tsx'
import { paths, useIdOf } from '../paths.ts'
import styles from './WeekPage.module.css'

export function GroupTimetablePage() {
  const asked = useGroupTimes(useIdOf('groupId'))
  return (
    <AskedView asked={asked} whenRefused={<NotMyGroup />}>
      {(found) => <Found key={found.group.id} found={found} />}
    </AskedView>
  )
}

function Found({ found: { group, times, canSet } }: { readonly found: GroupTimes }) {
  const { today } = useDays()
  const sessions = useAsked(sessionOfGroup, { groupId: group.id, fromOn: today, untilOn: addDays(today, 13) })
  return (
    <>
      <PageHeader title={<Trans>Timetable of {group.name}</Trans>} about={group.subject} cover={group.cover} />
      <Stack>
        <Card title={<Trans>Times of the week</Trans>}>
          <WeeklyTimes groupId={group.id} times={times} canSet={canSet} />
        </Card>
        <Card title={<Trans>The next two weeks</Trans>}>
          <AskedView asked={sessions}>{(answer) => <Fortnight sessions={answer.sessions} canSet={canSet} />}</AskedView>
        </Card>
      </Stack>
    </>
  )
}

function Fortnight({ sessions, canSet }: { readonly sessions: readonly ShownSession[]; readonly canSet: boolean }) {
  const days = useDays()
  const seesPages = canSeeGroup(useActor(), { part: canSet ? 'practitioner' : undefined })
  if (sessions.length === 0) {
    return (
      <EmptyState title={<Trans>No session in the next two weeks</Trans>}>
        <Trans>There is no weekly time, or it is not term time.</Trans>
      </EmptyState>
    )
  }
  return [...Map.groupBy(sessions, ({ startsAt }) => dayOf(startsAt))].map(([day, some]) => (
    <Fragment key={day}>
      <h3 className={styles.name}>{days.day(day)}</h3>
      <ul className={styles.list}>
        {some.map((session) => (
          <SessionLine key={session.id} session={session} href={seesPages ? paths.session(session.id) : undefined} canArrange={canSet} />
        ))}
      </ul>
    </Fragment>
  ))
}
