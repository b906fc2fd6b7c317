// A group's page: its learners, its goals, its adults.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarDays, EllipsisVertical, FileCheck, FileInput, Handshake, LayoutGrid, PenLine, TextCursorInput } from 'lucide-react'
import { useState } from 'react'
import { canSetSomeConsent } from '../../../school/consent/policy.ts'
import { type ShownGroup, useMyGroups } from '../../../school/groups/client.ts'
import { GroupAdults } from '../../../school/groups/GroupAdults.tsx'
import { canManageGroup, isTeacherOf } from '../../../school/groups/policy.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { paths, useIdOf } from '../paths.ts'
import { CloseGroup } from './CloseGroup.tsx'
import { GroupGoals } from './GroupGoals.tsx'
import { GroupHandovers } from './GroupHandovers.tsx'
import { GroupLearners } from './GroupLearners.tsx'
import { NotMyGroup } from './NotYours.tsx'
import { RenameGroup } from './RenameGroup.tsx'

export function GroupPage() {
  const groupId = useIdOf('groupId')
  const asked = useMyGroups()
  return (
    <AskedView asked={asked}>
      {(groups) => {
        const group = groups.find(({ id }) => id === groupId)
        return group === undefined ? <NotMyGroup /> : <Found key={groupId} group={group} groups={groups} />
      }}
    </AskedView>
  )
}

const parts = ['learners', 'goals', 'handovers', 'adults'] as const
type Part = (typeof parts)[number]

interface FoundProps {
  readonly group: ShownGroup
  readonly groups: readonly ShownGroup[]
}

function Found({ group, groups }: FoundProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const part: Part = parts.find((one) => one === search.part) ?? 'learners'
  const actor = useActor()
  const own = group.staff.find(({ personId }) => personId === actor.personId)?.part
  const canManage = group.isWaiting || canManageGroup(actor, { part: own, isCreator: group.createdBy === actor.personId })
  const show = (id: string) => void navigate({ to: `${paths.group(group.id)}?part=${id}` as string, replace: true })
  return (
    <>
      <Head group={group} canManage={canManage} isTeacher={isTeacherOf(actor, { part: own })} />
      <Tabs
        label={t`Parts of the group`}
        tabs={[
          { id: 'learners', label: t`Learners` },
          { id: 'goals', label: t`Goals` },
          { id: 'handovers', label: t`Handovers` },
          { id: 'adults', label: t`Adults` },
        ]}
        selected={part}
        onSelect={show}
      >
        {part === 'learners' && <GroupLearners group={group} groups={groups} canManage={canManage} />}
        {part === 'goals' && <GroupGoals group={group} />}
        {part === 'handovers' && !group.isWaiting && <GroupHandovers groupId={group.id} />}
        {part === 'adults' && (
          <Card>
            <Stack>
              <GroupAdults group={group} canManage={canManage} self={actor.personId} />
              {!group.isWaiting && (
                <ButtonLink icon={Handshake} href={paths.agreement(group.id)}>
                  <Trans>Who does what</Trans>
                </ButtonLink>
              )}
              {canManage && <CloseGroup group={group} />}
            </Stack>
          </Card>
        )}
      </Tabs>
    </>
  )
}

interface HeadProps {
  readonly group: ShownGroup
  readonly canManage: boolean
  readonly isTeacher: boolean
}

function Head({ group, canManage, isTeacher }: HeadProps) {
  const { t } = useLingui()
  const [isRenaming, setIsRenaming] = useState(false)
  const mayConsent = canSetSomeConsent(useActor())
  const acts = [
    { id: 'timetable', label: t`Timetable`, icon: CalendarDays, href: paths.timetable(group.id) },
    ...(canManage ? [{ id: 'rename', label: t`Rename`, icon: TextCursorInput, onAction: () => setIsRenaming(true) }] : []),
    ...(mayConsent ? [{ id: 'consent', label: t`Consent`, icon: FileCheck, FileInput, href: `${paths.consent}?group=${group.id}` }] : []),
    ...(isTeacher ? [{ id: 'results', label: t`Read test results in`, icon: FileInput, href: `${paths.results}?group=${group.id}` }] : []),
  ]
  const { name, subject, cover, learnerCount, id, isWaiting } = group
  return (
    <PageHeader
      title={name}
      cover={cover}
      about={
        <>
          {subject}
          {', '}
          {isWaiting ? <Trans>not sent yet</Trans> : <Plural value={learnerCount} one="# learner" other="# learners" />}
        </>
      }
      actions={
        !isWaiting && (
          <>
            <ButtonLink icon={LayoutGrid} href={paths.classPage(id)}>
              <Trans>Class page</Trans>
            </ButtonLink>
            <ButtonLink icon={PenLine} kind="primary" href={paths.capture(id)}>
              <Trans>Capture</Trans>
            </ButtonLink>
            {acts.length > 0 && <Menu label={t`More for ${name}`} icon={EllipsisVertical} isLabelHidden acts={acts} />}
            {isRenaming && <RenameGroup group={group} onClose={() => setIsRenaming(false)} />}
          </>
        )
      }
    />
  )
}
