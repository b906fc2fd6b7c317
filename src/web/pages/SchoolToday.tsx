// The start in a school: the day's sessions, what waits, and one's groups; for those who teach nobody, the places of their roles.
import { Trans, useLingui } from '@lingui/react/macro'
import { LayoutGrid, PenLine } from 'lucide-react'
import { canManagePeople } from '../../common/people/policy.ts'
import { dayOf } from '../../core/time.ts'
import { type ShownGroup, useMyGroups } from '../../school/groups/client.ts'
import { GroupCover, GroupCovers } from '../../school/groups/GroupCover.tsx'
import { isClassroomStaff } from '../../school/groups/policy.ts'
import { canSeeCounts } from '../../school/handovers/policy.ts'
import { captureDay } from '../../school/observations/contract.ts'
import { canSetContacts } from '../../school/safeguarding/policy.ts'
import { daysOf, type ShownToday, useNow, useToday } from '../../school/today/client.ts'
import { canHaveWaiting } from '../../school/today/policy.ts'
import { canAnswerNote } from '../../school/worries/policy.ts'
import { useAsked } from '../asking.ts'
import { type Member, useActor } from '../member.ts'
import { AskedView } from '../ui/AskedView.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Stack } from '../ui/Layout.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import { part } from '../ui/part.tsx'
import { paths } from './paths.ts'
import styles from './SchoolToday.module.css'
import { useAheadOfDay } from './session/ahead.ts'
import { destinationsFor } from './shell/navigation.ts'
import { NextDay, TodaySessions } from './today/TodaySessions.tsx'
import { WaitingForMe } from './today/WaitingForMe.tsx'

// Most never see it.
const ContactsFirst = part(async () => (await import('./safeguarding/ContactsFirst.tsx')).ContactsFirst)

const SetUpNext = part(async () => (await import('./today/SetUpNext.tsx')).SetUpNext)

const AnswersByWeek = part(async () => (await import('../../school/handovers/AnswersByWeek.tsx')).AnswersByWeek)

const WaitingNotes = part(async () => (await import('../../school/worries/WaitingNotes.tsx')).WaitingNotes)

export function SchoolToday({ member }: { readonly member: Member }) {
  const { t } = useLingui()
  const actor = useActor()
  const isStaff = isClassroomStaff(actor)
  const places = destinationsFor(member).filter(({ to }) => to !== '/')
  return (
    <Stack gap="large">
      {canSetContacts(actor) && <ContactsFirst />}
      {canManagePeople(actor) && <SetUpNext />}
      {canAnswerNote(actor) && <WaitingNotes />}
      {canHaveWaiting(actor) && <Mine isStaff={isStaff} />}
      {canSeeCounts(actor) && <AnswersByWeek />}
      {isStaff && <MyGroups />}
      {!isStaff && (
        <div className={styles.places}>
          {places.map(({ to, label, icon }) => (
            <ButtonLink key={to} href={to} icon={icon} isWide>
              {t(label)}
            </ButtonLink>
          ))}
        </div>
      )}
    </Stack>
  )
}

function Mine({ isStaff }: { readonly isStaff: boolean }) {
  const asked = useToday()
  return (
    <AskedView asked={asked}>
      {(today) => (isStaff ? <Day today={today} /> : <WaitingForMe waiting={today.waiting} sessions={today.sessions} />)}
    </AskedView>
  )
}

function Day({ today: { sessions, waiting } }: { readonly today: ShownToday }) {
  const now = useNow()
  const { today, later } = daysOf(sessions, dayOf(now))
  const groups = useMyGroups()
  useAheadOfDay([...today, ...later], groups.state === 'answered' ? groups.answer : [])
  return (
    <div className={styles.day}>
      <TodaySessions sessions={sessions} now={now} />
      <WaitingForMe waiting={waiting} sessions={sessions} />
      <NextDay sessions={sessions} now={now} />
    </div>
  )
}

function MyGroups() {
  // Of when the page is, the sessions above have said.
  const asked = useMyGroups()
  // What capture needs for the day comes along, so that it opens without a network even if it was never opened with one.
  useAsked(captureDay, {})
  const member = useActor()
  return (
    <AskedView asked={asked.state === 'answered' ? { ...asked, isKept: false } : asked}>
      {(groups) =>
        groups.length === 0 ? (
          <EmptyState
            title={<Trans>You work with no group yet</Trans>}
            action={
              <ButtonLink kind="primary" href={paths.newGroup}>
                <Trans>Make a group</Trans>
              </ButtonLink>
            }
          >
            <Trans>Make one by pasting a list of names, or ask a colleague to add you to theirs.</Trans>
          </EmptyState>
        ) : (
          <GroupCovers>
            {groups.map((group) => (
              <MyGroup
                key={group.id}
                group={group}
                isTeacher={group.staff.some(({ personId, part }) => personId === member.personId && part === 'teacher')}
              />
            ))}
          </GroupCovers>
        )
      }
    </AskedView>
  )
}

/** A practitioner's book opens on capture, a teacher's on the class page; each has the other beside it. */
function MyGroup({ group, isTeacher }: { readonly group: ShownGroup; readonly isTeacher: boolean }) {
  const capture = (
    <ButtonLink size={isTeacher ? 'small' : 'default'} icon={PenLine} href={paths.capture(group.id)}>
      <Trans>Capture</Trans>
    </ButtonLink>
  )
  const classPage = (
    <ButtonLink size="small" icon={LayoutGrid} href={paths.classPage(group.id)}>
      <Trans>Class page</Trans>
    </ButtonLink>
  )
  return (
    <GroupCover
      group={group}
      href={isTeacher && !group.isWaiting ? paths.classPage(group.id) : paths.group(group.id)}
      isWaiting={group.isWaiting}
      acts={
        !group.isWaiting && (
          <>
            {isTeacher ? classPage : capture}
            {isTeacher ? capture : classPage}
          </>
        )
      }
    />
  )
}
