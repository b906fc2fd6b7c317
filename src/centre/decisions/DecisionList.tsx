// Every decision on a unit, the last first; what stands can be taken back by another decision.
import { Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useHalfWords } from '../standards/client.ts'
import { decisionReasons, ruleItem, useCheckWords, useTakingBack } from './client.ts'
import type { CheckAnswer, Decision, Unit } from './contract.ts'
import styles from './DecisionList.module.css'
import { hasChanged, hasChangedElsewhere, type Item, standingDecision } from './rules.ts'

export function DecisionList({
  unit,
  decisions,
  canDecide,
}: {
  readonly unit: Unit
  readonly decisions: readonly Decision[]
  readonly canDecide: boolean
}) {
  const { takeBack, isSending, refusal } = useTakingBack(unit.registration.id)
  const words = useRefusalWords(decisionReasons)
  if (decisions.length === 0) return null
  const isStanding = ({ id, leaf, half }: Decision) => standingDecision(decisions, leaf, half)?.id === id
  return (
    <Card title={<Trans>Decisions</Trans>}>
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      <ol className={styles.list}>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles.decision}>
            <Words decision={decision} unit={unit} />
            {isStanding(decision) && <ChangedLine decision={decision} unit={unit} />}
            {isStanding(decision) && <RestsNoLonger decision={decision} unit={unit} />}
            {canDecide && isStanding(decision) && (
              <Button kind="quiet" size="small" isPending={isSending} onPress={() => void takeBack(decision)}>
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
      {decision.checks.map((answer) => (
        <CheckLine key={answer.check} answer={answer} />
      ))}
      {decision.outcome !== 'reopened' && decision.isByTrainee && <CountersignLine decision={decision} />}
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

/** What was decided on words that are others now is open again; where they are others elsewhere, it stands. It says so where it is read. */
function ChangedLine({ decision, unit }: { readonly decision: Decision; readonly unit: Unit }) {
  const rested = unit.evidence.filter(({ id }) => decision.evidenceIds.includes(id)).map((item) => ruleItem(unit, item))
  const [isOpen, isElsewhere] = [hasChanged(decision, rested), hasChangedElsewhere(decision, rested)]
  if (!isOpen && !isElsewhere) return null
  const find = isOpen ? hasChanged : hasChangedElsewhere
  const restsOn = ({ id }: Item) => ({ ...decision, contentHashes: decision.contentHashes.filter(({ evidenceId }) => evidenceId === id) })
  const references = rested
    .filter((item) => find(restsOn(item), [item]))
    .map(({ reference }) => reference)
    .join(', ')
  const { leaf } = decision
  if (!isOpen)
    return (
      <p>
        <Trans>
          It stands: {references} was submitted again, and nothing changed in what serves {leaf}.
        </Trans>
      </p>
    )
  return (
    <p>
      <b>
        {references === '' ? (
          <Trans>It stands no longer: what it rested on is gone.</Trans>
        ) : (
          <Trans>It stands no longer: {references} was changed afterwards. Decide again.</Trans>
        )}
      </b>
    </p>
  )
}

/** A *met* on a statement that its witness took back, or on a witness who is no approved expert any more. */
function RestsNoLonger({ decision: { leaf, half, evidenceIds }, unit }: { readonly decision: Decision; readonly unit: Unit }) {
  const progress = unit.leaves.find((one) => one.leaf === leaf)?.halves.find((one) => one.half === half)
  if (progress?.missing !== 'not_resting') return null
  const gone = unit.evidence.filter(({ id }) => evidenceIds.includes(id) && unit.takenBack.some(({ evidenceId }) => evidenceId === id))
  const references = gone.map(({ reference }) => reference).join(', ')
  return (
    <p>
      <b>
        {references === '' ? (
          <Trans>It stands no longer: what it rested on closes the criterion no longer. Decide again.</Trans>
        ) : (
          <Trans>It stands no longer: the witness took {references} back. Decide again.</Trans>
        )}
      </b>
    </p>
  )
}

function CheckLine({ answer: { check, isMet, reason } }: { readonly answer: CheckAnswer }) {
  const name = useCheckWords()[check].name
  return (
    <p>
      {isMet ? (
        <Trans>
          {name}: yes, because {reason}
        </Trans>
      ) : (
        <Trans>
          {name}: no, because {reason}
        </Trans>
      )}
    </p>
  )
}

/** Whether a trainee's decision stands. */
function CountersignLine({ decision: { countersignature } }: { readonly decision: Decision }) {
  const days = useDays()
  if (countersignature === null)
    return (
      <p>
        <b>
          <Trans>Provisional: waits to be countersigned</Trans>
        </b>
      </p>
    )
  const { outcome, reason, signedByName, signedAt } = countersignature
  return (
    <p>
      {outcome === 'agreed' ? (
        <Trans>
          Countersigned by {signedByName}, {days.moment(signedAt)}
        </Trans>
      ) : (
        <Trans>
          Sent back by {signedByName}, {days.moment(signedAt)}: {reason}
        </Trans>
      )}
    </p>
  )
}
