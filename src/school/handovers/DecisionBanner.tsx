// What was decided after the last session, at the top of the next brief; one tap says that it was done in this one.
import { Trans } from '@lingui/react/macro'
import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { carryOut, type HandoverAct, type HandoverSession, useDecisionFor } from './client.ts'
import { Decided } from './Decisions.tsx'
import { standingDecision } from './rules.ts'

interface DecisionBannerProps {
  readonly session: HandoverSession
  readonly sessionHref: (sessionId: Id) => string
}

/** Nothing where nothing was decided: a brief begins without it. */
export function DecisionBanner({ session, sessionHref }: DecisionBannerProps) {
  const asked = useDecisionFor(session)
  const [act, setAct] = useState<HandoverAct>()
  const handover = asked.state === 'answered' ? asked.answer : undefined
  const decision = handover && standingDecision(handover.decisions)
  const isHere = decision?.carriedOut.some(({ sessionId }) => sessionId === session.id) === true
  return (
    <>
      {decision !== undefined && (
        <Notice
          title={<Trans>Decided after the last session</Trans>}
          action={
            !isHere && (
              <Button size="small" icon={CornerDownRight} onPress={() => void carryOut(session, decision.id).then(setAct)}>
                <Trans>Done in this session</Trans>
              </Button>
            )
          }
        >
          <Decided decision={decision} sessionHref={sessionHref} />
        </Notice>
      )}
      <UndoBar act={act} said={<Trans>Kept: done in this session</Trans>} onUndo={() => void act?.undo().then(() => setAct(undefined))} />
    </>
  )
}
