// Pass the tablet: each learner of the group chooses a symbol in turn.
import { useNavigate } from '@tanstack/react-router'
import { useGroupLearners } from '../../../school/learners/client.ts'
import { PassTheTablet } from '../../../school/learners/PassTheTablet.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { paths, useIdOf, useWantedId } from '../paths.ts'
import { NotMyGroup } from './NotYours.tsx'

export function SymbolsPage() {
  const groupId = useIdOf('groupId')
  const first = useWantedId('learner')
  const navigate = useNavigate()
  const asked = useGroupLearners(groupId)
  return (
    <AskedView asked={asked} whenRefused={<NotMyGroup />}>
      {(learners) => (
        <PassTheTablet learners={learners} first={first} onDone={() => void navigate({ to: paths.group(groupId) as string })} />
      )}
    </AskedView>
  )
}
