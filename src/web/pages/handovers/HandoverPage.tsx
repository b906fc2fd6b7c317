// A handover on the teacher's phone: read in thirty seconds, decided with one tap.
import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import {
  decide,
  type HandoverAct,
  type HandoverToRead,
  markRead,
  type ShownHandover,
  useHandover,
} from '../../../school/handovers/client.ts'
import { Decisions } from '../../../school/handovers/Decisions.tsx'
import { DecisionTaps } from '../../../school/handovers/DecisionTaps.tsx'
import { HandoverSheet } from '../../../school/handovers/HandoverSheet.tsx'
import { standingDecision } from '../../../school/handovers/rules.ts'
import { HandoverActs } from '../../../school/handovers/SentHandover.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { paths, useIdOf } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function HandoverPage() {
  const handoverId = useIdOf('handoverId')
  const asked = useHandover(handoverId)
  return (
    <AskedView asked={asked} whenRefused={<NotFoundPage />}>
      {({ handover, ...rest }) =>
        handover === undefined ? (
          <EmptyState title={<Trans>This handover was taken back</Trans>} />
        ) : (
          <ToRead key={handover.id} handover={handover} {...rest} />
        )
      }
    </AskedView>
  )
}

interface ToReadProps extends Omit<HandoverToRead, 'handover'> {
  readonly handover: ShownHandover
}

function ToRead({ handover, canDecide, learners }: ToReadProps) {
  const [act, setAct] = useState<HandoverAct>()
  const actor = useActor()
  const { personId } = actor
  // Whoever only reads it finds no place to hand over.
  const place = isClassroomStaff(actor) ? 'hand-over' : 'brief'
  useReading(handover, personId)
  const standing = standingDecision(handover.decisions)
  return (
    <>
      <PageHeader
        title={<Trans>Handover: {handover.groupName}</Trans>}
        cover={handover.cover}
        actions={
          <ButtonLink size="small" href={paths.session(handover.sessionId, place)}>
            <Trans>The session</Trans>
          </ButtonLink>
        }
      />
      <Stack>
        <Card>
          <Stack>
            <HandoverSheet handover={handover} />
            {(standing !== undefined || !canDecide) && <Decisions handover={handover} sessionHref={(id) => paths.session(id, place)} />}
          </Stack>
        </Card>
        {canDecide && (
          <Card>
            <DecisionTaps
              standing={standing}
              learners={learners}
              onDecide={(deciding) => void decide(handover.id, deciding).then(setAct)}
            />
          </Card>
        )}
        <HandoverActs handover={handover} canShare={canDecide} />
        <UndoBar act={act} said={<Trans>Kept: your decision</Trans>} onUndo={() => void act?.undo().then(() => setAct(undefined))} />
      </Stack>
    </>
  )
}

/** The first time that somebody else than its author opens it counts as read. */
function useReading({ id, sentBy, reads, isWaiting }: ShownHandover, personId: string): void {
  const isRead = isWaiting || sentBy.id === personId || reads.some(({ readBy }) => readBy.id === personId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each handover that is opened, whatever is answered meanwhile
  useEffect(() => {
    if (!isRead) void markRead(id)
  }, [id])
}
