// Brief: what is known before the lesson, from whom, and what is still to be asked.

import { BriefView } from '../../../school/briefs/BriefView.tsx'
import { useBrief } from '../../../school/briefs/client.ts'
import { openSession } from '../../../school/sessions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { paths } from '../paths.ts'
import { useBriefReader } from './brief-reader.ts'

export function BriefPlace({ session }: { readonly session: ShownSession }) {
  const asked = useBrief(session)
  const { canWrite, isTeacher } = useBriefReader(session.groupId)
  return (
    <AskedView asked={asked}>
      {(brief) => (
        <BriefView
          key={session.id}
          brief={brief}
          session={{ ...session, ahead: openSession(session) }}
          canWrite={canWrite === true}
          isTeacher={isTeacher === true}
          answerHref={paths.questions(session.id)}
          learnerHref={paths.learner}
        />
      )}
    </AskedView>
  )
}
