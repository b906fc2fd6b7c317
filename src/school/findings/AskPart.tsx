// Ask and wait: open questions to begin with, and a counter for the silence; that one waited is noted only for a learner who is tapped.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { ShownSession } from '../sessions/contract.ts'
import { Stems } from '../techniques/Stems.tsx'
import { WaitCounter } from '../techniques/WaitCounter.tsx'
import { type FindingActs, keep, type ShownFindings, takeBack, waitedOf } from './client.ts'

interface AskPartProps {
  readonly session: ShownSession
  readonly findings: ShownFindings
  readonly acts: FindingActs
  readonly canAct: boolean
}

export function AskPart({ session, findings, acts, canAct }: AskPartProps) {
  const { t } = useLingui()
  const [seconds, setSeconds] = useState<number>()
  const [waited, setWaited] = useState<number>()
  const close = (isDone: boolean) => {
    setWaited(isDone ? seconds : undefined)
    setSeconds(undefined)
  }
  const note = ({ id, shortName }: ShownFindings['learners'][number]) => {
    const spot = { session, goalId: findings.goals[0]?.id ?? null, criterionId: null, at: new Date() }
    const kept = waitedOf(spot, id, t`I waited ${waited} seconds for an answer`)
    setWaited(undefined)
    acts.act(() => keep(kept), { said: t`Kept: ${shortName}, waited`, undo: () => takeBack([kept]) })
  }
  return (
    <Card title={<Trans>Ask, then wait</Trans>}>
      <Stack>
        <Stems />
        <Row>
          <Button onPress={() => setSeconds(5)}>
            <Trans>Count five</Trans>
          </Button>
          <Button onPress={() => setSeconds(10)}>
            <Trans>Count ten</Trans>
          </Button>
        </Row>
        {canAct && waited !== undefined && (
          <fieldset>
            <legend>
              <Trans>Note that you waited? Tap for whom, or leave it.</Trans>
            </legend>
            <Row>
              {findings.learners.map((learner) => (
                <Button key={learner.id} size="small" onPress={() => note(learner)}>
                  {learner.shortName}
                </Button>
              ))}
            </Row>
          </fieldset>
        )}
      </Stack>
      {seconds !== undefined && <WaitCounter seconds={seconds} onClose={close} />}
    </Card>
  )
}
