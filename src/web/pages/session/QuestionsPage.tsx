// The four questions of a session's brief, for its class teacher on a phone: answered, kept, and told so.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { wallTimeOf } from '../../../core/wall-clock.ts'
import { type BriefAct, keepAnswers, useBrief } from '../../../school/briefs/client.ts'
import { FourQuestions } from '../../../school/briefs/FourQuestions.tsx'
import { openSession, useSession } from '../../../school/sessions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { SessionWhen } from '../../../school/sessions/SessionWhen.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { EmptyState, Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { usePartIn } from '../part-in.ts'
import { paths, useIdOf } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function QuestionsPage() {
  const sessionId = useIdOf('sessionId')
  const asked = useSession(sessionId)
  return (
    <AskedView asked={asked} whenRefused={<NotFoundPage />}>
      {(session) => <Found key={sessionId} session={session} />}
    </AskedView>
  )
}

function Found({ session }: { readonly session: ShownSession }) {
  const asked = useBrief(session)
  const { isTeacher } = usePartIn(session.groupId)
  const [act, setAct] = useState<BriefAct>()
  const { groupName, cover, subject } = session
  return (
    <>
      <PageHeader
        title={<Trans>Four questions on {groupName}</Trans>}
        cover={cover}
        about={
          <>
            {subject}
            {', '}
            <SessionWhen session={session} />
          </>
        }
      />
      {act !== undefined ? (
        <Answered session={session} onUndo={() => void act.undo().then(() => setAct(undefined))} />
      ) : isTeacher === false ? (
        <EmptyState title={<Trans>A teacher of the group answers these</Trans>} action={<ToBrief session={session} />} />
      ) : (
        <AskedView asked={asked} isAgeSaid>
          {(brief) => (
            <FourQuestions
              brief={brief}
              endTime={session.endsAt === null ? undefined : wallTimeOf(session.endsAt)}
              onAnswer={(answers) => void keepAnswers({ ...session, ahead: openSession(session) }, answers).then(setAct)}
            />
          )}
        </AskedView>
      )}
    </>
  )
}

function Answered({ session, onUndo }: { readonly session: ShownSession; readonly onUndo: () => void }) {
  return (
    <Notice
      kind="ok"
      isLive
      title={<Trans>Kept: your answers stand in the brief</Trans>}
      action={
        <>
          <Button size="small" kind="quiet" onPress={onUndo}>
            <Trans>Undo</Trans>
          </Button>
          <ToBrief session={session} />
        </>
      }
    />
  )
}

function ToBrief({ session }: { readonly session: ShownSession }) {
  return (
    <ButtonLink size="small" href={paths.session(session.id, 'brief')}>
      <Trans>See the brief</Trans>
    </ButtonLink>
  )
}
