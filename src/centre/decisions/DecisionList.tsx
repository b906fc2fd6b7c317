// Every decision on a unit, the last first; what stands can be taken back by another decision.
import { Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useHalfWords } from '../standards/client.ts'
import { decisionReasons, useDeciding } from './client.ts'
import type { Decision, Unit } from './contract.ts'
import styles from './DecisionList.module.css'
import { standingDecision } from './rules.ts'

export function DecisionList({
  unit,
  decisions,
  canDecide,
}: {
  readonly unit: Unit
  readonly decisions: readonly Decision[]
  readonly canDecide: boolean
}) {
  const { decide, isSending, failure } = useDeciding(unit.registration.id)
  const words = useRefusalWords(decisionReasons)
  if (decisions.length === 0) return null
  return (
    <Card title={<Trans>Decisions</Trans>}>
      {failure !== undefined && (
        <Notice kind="bad" isLive>
          {words(failure.refusal)}
        </Notice>
      )}
      <ol className={styles.list}>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles.decision}>
            <Words decision={decision} unit={unit} />
            {canDecide && standingDecision(decisions, decision.leaf, decision.half)?.id === decision.id && (
              <Button
                kind="quiet"
                size="small"
                isPending={isSending}
                onPress={() => void decide([decision], { outcome: 'reopened', evidenceIds: [] })}
              >
                <Trans>Take back {decision.leaf}</Trans>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Words({ decision, unit }: { readonly decision: Decision; readonly unit: Unit }) {
  const { t } = useLingui()
  const days = useDays()
  const halfWords = useHalfWords()
  const outcomes = { met: t`Met`, more_evidence_needed: t`More evidence needed`, reopened: t`Taken back` }
  const references = unit.evidence.filter(({ id }) => decision.evidenceIds.includes(id)).map(({ reference }) => reference)
  const on = references.join(', ')
  return (
    <div className={styles.words}>
      <p>
        <b>
          {decision.leaf} {halfWords[decision.half]}
        </b>
        : {outcomes[decision.outcome]}
      </p>
      {decision.reason !== null && <p>{decision.reason}</p>}
      {decision.action !== null && decision.actionBy !== null && (
        <p>
          <Trans>
            By {days.day(decision.actionBy)}: {decision.action}
          </Trans>
        </p>
      )}
      <p className={styles.soft}>
        {days.moment(decision.decidedAt)}, {decision.decidedByName}
        {on !== '' && (
          <>
            {'. '}
            <Trans>Rests on {on}</Trans>
          </>
        )}
      </p>
    </div>
  )
}
