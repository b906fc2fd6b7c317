// Brief: what is known before the lesson, from whom, and what is still to be asked.

import { GroupAdvice } from '../../../school/advice/GroupAdvice.tsx'
import { BriefView } from '../../../school/briefs/BriefView.tsx'
import { useBrief } from '../../../school/briefs/client.ts'
import { DecisionBanner } from '../../../school/handovers/DecisionBanner.tsx'
import { openSession } from '../../../school/sessions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { usePartIn } from '../part-in.ts'
import { paths } from '../paths.ts'
import { InterestTasks } from './InterestTasks.tsx'

export function BriefPlace({ session }: { readonly session: ShownSession }) {
  const asked = useBrief(session)
  const { works: canWrite, isTeacher } = usePartIn(session.groupId)
  return (
    <AskedView asked={asked}>
      {(brief) => (
        <Stack>
          <DecisionBanner session={{ ...session, ahead: openSession(session) }} sessionHref={(id) => paths.session(id, 'hand-over')} />
          <BriefView
            key={session.id}
            brief={brief}
            session={{ ...session, ahead: openSession(session) }}
            canWrite={canWrite === true}
            isTeacher={isTeacher === true}
            answerHref={paths.questions(session.id)}
            learnerHref={paths.learner}
            forGroup={
              <GroupAdvice
                groupId={session.groupId}
                subject={session.subject}
                names={brief.learners.map(({ givenName }) => givenName)}
                canWrite={canWrite === true}
              />
            }
          />
          <InterestTasks session={session} canWrite={canWrite === true} />
        </Stack>
      )}
    </AskedView>
  )
}
