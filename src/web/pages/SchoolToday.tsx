// The start in a school: one's groups with their one act, capture for those beside the children; for all others, the places of their roles.
import { Trans, useLingui } from '@lingui/react/macro'
import { LayoutGrid, PenLine } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { type ShownGroup, useMyGroups } from '../../school/groups/client.ts'
import { GroupCover, GroupCovers } from '../../school/groups/GroupCover.tsx'
import { isClassroomStaff } from '../../school/groups/policy.ts'
import { captureDay } from '../../school/observations/contract.ts'
import { canSetContacts } from '../../school/safeguarding/policy.ts'
import { canAnswerNote } from '../../school/worries/policy.ts'
import { useAsked } from '../asking.ts'
import { type Member, useActor } from '../member.ts'
import { AskedView } from '../ui/AskedView.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Stack } from '../ui/Layout.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import { paths } from './paths.ts'
import styles from './SchoolToday.module.css'
import { destinationsFor } from './shell/navigation.ts'

// Most never see it.
const ContactsFirst = lazy(async () => ({ default: (await import('./safeguarding/ContactsFirst.tsx')).ContactsFirst }))

const WaitingNotes = lazy(async () => ({ default: (await import('../../school/worries/WaitingNotes.tsx')).WaitingNotes }))

export function SchoolToday({ member }: { readonly member: Member }) {
  const { t } = useLingui()
  const actor = useActor()
  const isStaff = isClassroomStaff(actor)
  const places = destinationsFor(member).filter(({ to }) => to !== '/')
  return (
    <Stack gap="large">
      {canSetContacts(actor) && (
        <Suspense>
          <ContactsFirst />
        </Suspense>
      )}
      {canAnswerNote(actor) && (
        <Suspense>
          <WaitingNotes />
        </Suspense>
      )}
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

function MyGroups() {
  const asked = useMyGroups()
  // What capture needs for the day comes along, so that it opens without a network even if it was never opened with one.
  useAsked(captureDay, {})
  const member = useActor()
  return (
    <AskedView asked={asked}>
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
