// Find out: the hinge question, questions and waiting, techniques with what they told, and who was not noted lately.
import { Trans } from '@lingui/react/macro'
import { AskPart } from '../../../school/findings/AskPart.tsx'
import { type ShownFindings, useFindingActs, useFindings } from '../../../school/findings/client.ts'
import { GivenAway } from '../../../school/findings/GivenAway.tsx'
import { HingePart } from '../../../school/findings/HingePart.tsx'
import { NotSeen } from '../../../school/findings/NotSeen.tsx'
import { TechniquePart } from '../../../school/findings/TechniquePart.tsx'
import { useStatements } from '../../../school/goals/client.ts'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { namesOf, useMisconceptions } from '../../../school/misconceptions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { TextLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState, Notice } from '../../ui/Notice.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { paths } from '../paths.ts'

export function FindOutPlace({ session }: { readonly session: ShownSession }) {
  const asked = useFindings(session.groupId)
  return <AskedView asked={asked}>{(findings) => <Found session={session} findings={findings} />}</AskedView>
}

function Found({ session, findings }: { readonly session: ShownSession; readonly findings: ShownFindings }) {
  const canAct = isClassroomStaff(useActor())
  const acts = useFindingActs()
  const asked = useMisconceptions()
  const statements = useStatements()
  const misconceptions = asked.state === 'answered' ? asked.answer : []
  if (findings.learners.length === 0) return <EmptyState title={<Trans>No learner is in this group yet</Trans>} />
  const parts = { session, findings, acts, canAct }
  return (
    <Stack gap="large">
      {acts.isFailed && (
        <Notice kind="bad" isLive>
          <Trans>That could not be kept on this device. Try again.</Trans>
        </Notice>
      )}
      <NotSeen findings={findings} />
      <HingePart {...parts} misconceptions={misconceptions} statements={statements.state === 'answered' ? statements.answer : []} />
      <GivenAway findings={findings} names={namesOf(misconceptions)} learnerHref={paths.learner} />
      <AskPart {...parts} />
      <TechniquePart {...parts} captureHref={(technique) => paths.captureWith(session.groupId, technique)} />
      <p>
        <TextLink href={paths.words}>
          <Trans>The school’s misconceptions, quick phrases and techniques</Trans>
        </TextLink>
      </p>
      <UndoBar act={acts.last} said={acts.last?.said} onUndo={acts.undo} />
    </Stack>
  )
}
