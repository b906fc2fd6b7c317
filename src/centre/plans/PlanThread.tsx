// One plan as a thread: what is planned, who signed it and what changed since, then review and feedback, newest last.
import { Trans, useLingui } from '@lingui/react/macro'
import { PenLine, Printer, Signature, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { SentenceDialog } from '../../web/ui/SentenceDialog.tsx'
import type { OpenUnit } from '../planner/client.ts'
import { planReasons, useSignPlan, useWithdrawPlan } from './client.ts'
import { type Plan, type PlanPart, PlanReason } from './contract.ts'
import { PlanDifference } from './PlanDifference.tsx'
import { PlanEntries } from './PlanEntries.tsx'
import { PlanSheet } from './PlanSheet.tsx'
import styles from './PlanThread.module.css'
import { PlanState } from './PlanWords.tsx'
import { isAgreed, waitsForPart, withdrawRefusal } from './rules.ts'

interface PlanThreadProps {
  readonly plan: Plan
  /** The candidate's units with this assessor, for the names of criteria. */
  readonly units: readonly OpenUnit[]
  /** As what one is here; undefined for those who read only. */
  readonly part: PlanPart | undefined
  readonly onChange: () => void
  readonly onPrint: () => void
}

export function PlanThread({ plan, units, part, onChange, onPrint }: PlanThreadProps) {
  const { day } = useDays()
  const { visit, meeting } = plan.content
  const when = visit.on ?? meeting.on
  return (
    <Card
      isLong
      title={
        visit.on === null ? (
          <Trans>Plan</Trans>
        ) : (
          <Trans>
            Visit on {day(visit.on)}, {visit.site}
          </Trans>
        )
      }
      actions={
        <span className={isAgreed(plan) ? styles.agreed : styles.waits}>
          <PlanState plan={plan} />
        </span>
      }
    >
      <Stack gap="medium">
        {plan.voided !== null && <PlanDifference plan={plan} voided={plan.voided} units={units} />}
        <PlanSheet plan={plan} units={units} />
        <Signatures plan={plan} />
        {part !== undefined && (
          <Row>
            {waitsForPart(plan, part) && <SignButton plan={plan} />}
            <Button icon={PenLine} onPress={onChange}>
              <Trans>Change the plan</Trans>
            </Button>
            {when !== null && visit.on !== null && (
              <Button icon={Printer} onPress={onPrint}>
                <Trans>Page for the day</Trans>
              </Button>
            )}
            <WithdrawPlan plan={plan} />
          </Row>
        )}
        <PlanEntries plan={plan} part={part} />
      </Stack>
    </Card>
  )
}

/** For who began it, while nobody has signed it and nothing was said beneath. */
function WithdrawPlan({ plan }: { readonly plan: Plan }) {
  const { personId } = useActor()
  const withdraw = useWithdrawPlan()
  const [isAsking, setIsAsking] = useState(false)
  if (plan.begunById !== personId || withdrawRefusal(plan) !== undefined) return null
  return (
    <>
      <Button icon={Undo2} onPress={() => setIsAsking(true)}>
        <Trans>Take the plan back</Trans>
      </Button>
      {isAsking && (
        <SentenceDialog
          title={<Trans>Take the plan back</Trans>}
          label={<Trans>Why?</Trans>}
          act={<Trans>Take it back</Trans>}
          shape={PlanReason}
          most={400}
          reasons={planReasons}
          onClose={() => setIsAsking(false)}
          send={(reason) => withdraw({ planId: plan.id, reason })}
        />
      )}
    </>
  )
}

function Signatures({ plan }: { readonly plan: Plan }) {
  const { moment } = useDays()
  if (plan.signatures.length === 0) return null
  return (
    <ul className={styles.signatures}>
      {plan.signatures.map(({ part, name, signedAt, contentHash }) => (
        <li key={part}>
          <b>{part === 'candidate' ? <Trans>Signed by {name}, candidate</Trans> : <Trans>Signed by {name}, assessor</Trans>}</b>{' '}
          {moment(signedAt)}
          <span className={styles.hash}>
            <Trans>Text with the fingerprint {contentHash.slice(0, 12)}</Trans>
          </span>
        </li>
      ))}
    </ul>
  )
}

function SignButton({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui()
  const sign = useSignPlan()
  const words = useRefusalWords(planReasons)
  const [problem, setProblem] = useState<string>()
  const [id] = useState(newId)
  return (
    <>
      {problem !== undefined && (
        <Notice kind="bad" isLive>
          {problem}
        </Notice>
      )}
      <Button
        kind="primary"
        icon={Signature}
        aria-label={t`Sign this plan as it stands`}
        onPress={async () => {
          const reply = await sign({ id, planId: plan.id, contentHash: plan.contentHash })
          setProblem('refusal' in reply ? words(reply.refusal) : undefined)
        }}
      >
        <Trans>Sign this plan</Trans>
      </Button>
    </>
  )
}
