// The samples of a unit: drawn why, judged how, what is owed. "Not sampled" is said, never left blank.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { Registration } from '../registrations/contract.ts'
import { ActionCard } from './ActionCard.tsx'
import { outcomeWords, stageWords, stateWords, useSamples } from './client.ts'
import type { Sample } from './contract.ts'
import { DrawForm } from './DrawForm.tsx'
import { ExpertsNotice } from './ExpertsNotice.tsx'
import { JudgeForm } from './JudgeForm.tsx'
import { canSample } from './policy.ts'
import { samplingState } from './rules.ts'
import styles from './SampleCard.module.css'

export function SampleCard({ registration }: { readonly registration: Registration }) {
  const { t } = useLingui()
  const actor = useActor()
  const [isDrawing, setIsDrawing] = useState(false)
  const canDraw = canSample(actor, registration) && registration.claimedAt === null
  return (
    <Card
      title={<Trans>Internal verification</Trans>}
      actions={
        canDraw && (
          <Button size="small" onPress={() => setIsDrawing(true)}>
            <Trans>Sample this unit</Trans>
          </Button>
        )
      }
    >
      <AskedView asked={useSamples(registration.id)}>
        {(samples) => (
          <>
            <p className={styles.state}>{t(stateWords[samplingState(samples)])}</p>
            {canSample(actor, registration) && <ExpertsNotice registrationId={registration.id} />}
            <ul className={styles.list}>
              {samples.map((sample) => (
                <SampleLine key={sample.id} registration={registration} sample={sample} />
              ))}
            </ul>
          </>
        )}
      </AskedView>
      {isDrawing && <DrawForm registrationId={registration.id} onClose={() => setIsDrawing(false)} />}
    </Card>
  )
}

function SampleLine({ registration, sample }: { readonly registration: Registration; readonly sample: Sample }) {
  const { t } = useLingui()
  const days = useDays()
  const actor = useActor()
  const [isJudging, setIsJudging] = useState(false)
  const canJudge = canSample(actor, registration) && registration.claimedAt === null
  return (
    <li className={styles.sample}>
      <p>
        <b>{t(stageWords[sample.stage])}</b>{' '}
        <span className={styles.soft}>
          <Trans>
            {sample.drawnByName}, {days.moment(sample.drawnAt)}
          </Trans>
        </span>
      </p>
      <p>
        <Trans>Why this unit: {sample.rationale}</Trans>
      </p>
      {sample.judgements.map(({ outcome, words, byName, at }) => (
        <p key={at}>
          <b>{t(outcomeWords[outcome])}</b>: {words}{' '}
          <span className={styles.soft}>
            <Trans>
              {byName}, {days.moment(at)}
            </Trans>
          </span>
        </p>
      ))}
      {sample.actions.map((action) => (
        <ActionCard key={action.id} registration={registration} action={action} />
      ))}
      {canJudge && (
        <Button size="small" onPress={() => setIsJudging(true)}>
          {sample.judgements.length === 0 ? <Trans>Judge this sample</Trans> : <Trans>Judge again</Trans>}
        </Button>
      )}
      {isJudging && <JudgeForm registration={registration} sample={sample} onClose={() => setIsJudging(false)} />}
    </li>
  )
}
