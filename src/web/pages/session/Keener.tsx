// The question at the end of a session, who became keener, for whoever works with the group.
import { Trans } from '@lingui/react/macro'
import { useGroupLearners } from '../../../school/learners/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { useTasksOfGroup } from '../../../school/tasks/client.ts'
import { WhoBecameKeener } from '../../../school/tasks/WhoBecameKeener.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Card } from '../../ui/PageHeader.tsx'

export function Keener({ session }: { readonly session: ShownSession }) {
  const asked = useGroupLearners(session.groupId)
  const learners = asked.state === 'answered' ? asked.answer : []
  const tasks = useTasksOfGroup(session.groupId, new Set(learners.map(({ id }) => id)))
  if (learners.length === 0) return null
  return (
    <Card title={<Trans>Who became keener?</Trans>}>
      <AskedView asked={tasks} isAgeSaid>
        {(shown) => <WhoBecameKeener session={session} learners={learners} shown={shown} />}
      </AskedView>
    </Card>
  )
}
