// Hand over: what was sent and what the teacher decided, else the draft from the session's moments.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useDraftFacts } from '../../../school/drafts/client.ts'
import type { DraftFacts } from '../../../school/drafts/contract.ts'
import { type HandoverAct, renewed, sendHandover, useHandovers } from '../../../school/handovers/client.ts'
import { HandoverDraft } from '../../../school/handovers/contract.ts'
import { HandoverForm } from '../../../school/handovers/HandoverForm.tsx'
import { canShare } from '../../../school/handovers/policy.ts'
import { SentHandover } from '../../../school/handovers/SentHandover.tsx'
import { NextActions } from '../../../school/nextactions/NextActions.tsx'
import { BecauseWeLooked } from '../../../school/reviews/BecauseWeLooked.tsx'
import { SessionCheck } from '../../../school/reviews/SessionCheck.tsx'
import { openSession } from '../../../school/sessions/client.ts'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { useDraft } from '../../drafts.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { OfferAsEvidence } from '../bridge/OfferAsEvidence.tsx'
import { usePartIn } from '../part-in.ts'
import { paths } from '../paths.ts'
import { Keener } from './Keener.tsx'

export function HandOverPlace({ session }: { readonly session: ShownSession }) {
  const asked = useDraftFacts(session)
  return <AskedView asked={asked}>{(facts) => <HandOver session={session} facts={facts} />}</AskedView>
}

function HandOver({ session, facts }: { readonly session: ShownSession; readonly facts: DraftFacts }) {
  const { id, groupId, groupName, cover, startsAt } = session
  const place = { sessionId: id, sessionStartedAt: startsAt, groupId, groupName, cover }
  const asked = useHandovers(place, facts.learners)
  const kept = useDraft(`handover ${id}`, HandoverDraft)
  const actor = useActor()
  const { works: canWrite, isTeacher } = usePartIn(groupId)
  const [isWriting, setIsWriting] = useState(false)
  const [act, setAct] = useState<HandoverAct>()
  const send = async (draft: HandoverDraft) => {
    const sent = await sendHandover({ ...session, ahead: openSession(session) }, draft, facts.learners)
    kept.change(undefined)
    setIsWriting(false)
    // The form goes with its button: the focus must not go with it.
    document.querySelector('main')?.focus()
    const undo = async () => {
      await sent.undo()
      kept.change(renewed(draft))
      setAct(undefined)
    }
    setAct({ undo })
  }
  if (asked.state !== 'answered') return <AskedView asked={asked}>{() => null}</AskedView>
  const handovers = asked.answer
  const part = isTeacher === true ? ('teacher' as const) : canWrite === true ? ('practitioner' as const) : undefined
  const isFormShown = isWriting || handovers.length === 0 || kept.draft !== undefined
  return (
    <Stack>
      {handovers.map((handover) => (
        <Card key={handover.id} title={<Trans>Handed over</Trans>}>
          <SentHandover
            handover={handover}
            canShare={canShare(actor, { part, sentBy: handover.sentBy.id })}
            sessionHref={(sessionId) => paths.session(sessionId, 'hand-over')}
          />
          {!handover.isWaiting && (
            <OfferAsEvidence records={{ recordType: 'handover', recordIds: [handover.id] }} recordedBy={handover.sentBy.id} />
          )}
        </Card>
      ))}
      {facts.learners.length === 0 && <EmptyState title={<Trans>No learners in this group yet</Trans>} />}
      {facts.learners.length > 0 &&
        kept.isReady &&
        (isFormShown ? (
          <HandoverForm facts={facts} kept={kept} onSend={send} />
        ) : (
          <Button onPress={() => setIsWriting(true)}>
            <Trans>Hand over something else</Trans>
          </Button>
        ))}
      {canWrite === true && <Keener session={session} />}
      <Card id="what-next" title={<Trans>What next</Trans>}>
        <NextActions
          groupId={groupId}
          session={{ ...session, ahead: openSession(session) }}
          canWrite={canWrite === true}
          sessionHref={(sessionId) => paths.session(sessionId, 'hand-over')}
          offer={(action) => (
            <OfferAsEvidence records={{ recordType: 'next_action', recordIds: [action.id] }} recordedBy={action.notedBy.id} />
          )}
        />
      </Card>
      {part === 'practitioner' && <OfferSession sessionId={id} />}
      {canWrite === true && (
        <Card title={<Trans>Because we looked</Trans>}>
          <BecauseWeLooked session={{ ...session, ahead: openSession(session) }} learners={facts.learners} />
        </Card>
      )}
      {part === 'practitioner' && (
        <Card title={<Trans>Session check</Trans>}>
          <SessionCheck groupId={groupId} sessionId={id} placeHref={(to) => paths.session(id, to)} />
        </Card>
      )}
      <UndoBar act={act} said={<Trans>Kept: handed over</Trans>} onUndo={() => void act?.undo()} />
    </Stack>
  )
}

/** The session as a whole, for the practitioner's own portfolio. */
function OfferSession({ sessionId }: { readonly sessionId: string }) {
  const { personId } = useActor()
  return (
    <OfferAsEvidence
      records={{ recordType: 'session', recordIds: [sessionId] }}
      recordedBy={personId}
      label={<Trans>Offer this session as evidence</Trans>}
    />
  )
}
