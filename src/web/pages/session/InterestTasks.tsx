// Tasks from interests in a session's brief: profiles say what each learner likes, and the way to all profiles is beside it.
import { Trans } from '@lingui/react/macro'
import { useGroupProfiles } from '../../../school/profiles/client.ts'
import { interestsIn } from '../../../school/profiles/rules.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { useTasksOfGroup } from '../../../school/tasks/client.ts'
import { TaskIdeas } from '../../../school/tasks/TaskIdeas.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

/** Of a whole class, only those whose interests are known: the brief is read in a minute. */
const shortList = 8

export function InterestTasks({ session, canWrite }: { readonly session: ShownSession; readonly canWrite: boolean }) {
  const profiles = useGroupProfiles(session.groupId)
  const found = profiles.state === 'answered' ? profiles.answer.profiles : []
  const tasks = useTasksOfGroup(session.groupId, new Set(found.map(({ id }) => id)))
  if (profiles.state === 'answered' && found.length === 0) return null
  return (
    <Card
      title={<Trans>Tasks from interests</Trans>}
      actions={
        <ButtonLink kind="quiet" size="small" leadsOn href={paths.profiles(session.groupId)}>
          <Trans>All profiles</Trans>
        </ButtonLink>
      }
    >
      <AskedView asked={profiles} isAgeSaid>
        {({ profiles: all }) => (
          <AskedView asked={tasks} isAgeSaid>
            {(shown) => (
              <TaskIdeas
                session={session}
                shown={shown}
                canWrite={canWrite}
                learners={all
                  .map(({ id, name, symbol, holds }) => ({
                    ...{ id, name, symbol },
                    interests: interestsIn(holds.find(({ section }) => section === 'interests')?.text ?? ''),
                  }))
                  .filter(({ interests }) => all.length <= shortList || interests.length > 0)}
              />
            )}
          </AskedView>
        )}
      </AskedView>
    </Card>
  )
}
