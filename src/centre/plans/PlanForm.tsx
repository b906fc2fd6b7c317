// Writing a plan, on one page: units, meeting, visit, moments, a place for each open leaf, witnesses, permissions, confidentiality.
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { CheckboxField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { OpenUnit } from '../planner/client.ts'
import { planReasons, usePlanDraft, useWritePlan } from './client.ts'
import type { PlanContent } from './contract.ts'
import { LeafPlaces } from './LeafPlaces.tsx'
import { MomentRows } from './MomentRows.tsx'
import styles from './PlanForm.module.css'
import { MeetingPart, type PartProps, PermissionPart, VisitPart } from './PlanParts.tsx'
import { WitnessRows } from './WitnessRows.tsx'

interface PlanFormProps {
  /** Undefined for a new plan, which is kept under this unit until it is saved. */
  readonly plan: { readonly id: Id; readonly version: number } | undefined
  readonly registrationId: Id
  readonly start: PlanContent
  /** The candidate's units with this assessor. */
  readonly units: readonly OpenUnit[]
  readonly onClose: () => void
}

export function PlanForm({ plan, registrationId, start, units, onClose }: PlanFormProps) {
  const kept = usePlanDraft(plan === undefined ? `new ${registrationId}` : `${plan.id} ${plan.version}`)
  const { content, change, save, problem, attempt, isSending, leave } = usePlanWriting({ plan, start, kept, onClose })
  if (!kept.isReady) return null
  const candidateId = units[0]?.registration.candidateId
  const chosen = units.filter(({ registration }) => content.registrationIds.includes(registration.id))
  return (
    <Stack gap="large">
      <ErrorSummary problems={problem === undefined ? [] : [{ message: problem }]} attempt={attempt} />
      {units.length > 1 && <UnitChoice content={content} units={units} onChange={change} />}
      <MeetingPart content={content} onChange={change} />
      <VisitPart content={content} onChange={change} />
      <Card title={<Trans>Moments of the visit</Trans>}>
        <MomentRows content={content} onChange={change} />
      </Card>
      <Card title={<Trans>A place for each open criterion</Trans>}>
        <LeafPlaces content={content} units={chosen} onChange={change} />
      </Card>
      <Card title={<Trans>Witnesses</Trans>}>
        {candidateId !== undefined && <WitnessRows candidateId={candidateId} content={content} onChange={change} />}
      </Card>
      <PermissionPart content={content} onChange={change} />
      <div className={styles.foot}>
        <Row>
          <Button kind="primary" isPending={isSending} onPress={save}>
            <Trans>Save the plan</Trans>
          </Button>
          <Button onPress={leave}>
            <Trans>Leave without saving</Trans>
          </Button>
        </Row>
        <p className={styles.soft}>
          <Trans>What you write is kept on this device until it is saved. A saved change asks both to sign again.</Trans>
        </p>
      </div>
    </Stack>
  )
}

interface Writing {
  readonly plan: PlanFormProps['plan']
  readonly start: PlanContent
  readonly kept: ReturnType<typeof usePlanDraft>
  readonly onClose: () => void
}

function usePlanWriting({ plan, start, kept, onClose }: Writing) {
  const words = useRefusalWords(planReasons)
  const write = useWritePlan()
  const [ids] = useState(() => ({ id: newId(), planId: plan?.id ?? newId() }))
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const [isSending, setIsSending] = useState(false)
  const content = kept.draft ?? start
  async function save(): Promise<void> {
    setIsSending(true)
    const reply = await write({ ...ids, basedOn: plan?.version ?? 0, content: finished(content) })
    setIsSending(false)
    if ('refusal' in reply) {
      setProblem(words(reply.refusal))
      setAttempt((before) => before + 1)
      return
    }
    kept.change(undefined)
    onClose()
  }
  const leave = () => {
    kept.change(undefined)
    onClose()
  }
  return { content, change: kept.change, save, problem, attempt, isSending, leave }
}

/** Without lines that were left empty, and without what is planned for a unit that was taken out. */
function finished(content: PlanContent): PlanContent {
  const isIn = ({ registrationId }: { readonly registrationId: Id }) => content.registrationIds.includes(registrationId)
  return {
    ...content,
    forecast: content.forecast.filter(isIn),
    otherWays: content.otherWays.map((way) => ({ ...way, leaves: way.leaves.filter(isIn) })).filter(({ leaves }) => leaves.length > 0),
    witnesses: content.witnesses.filter(({ name }) => name.trim() !== ''),
  }
}

function UnitChoice({ content, units, onChange }: PartProps & { readonly units: readonly OpenUnit[] }) {
  const { registrationIds } = content
  return (
    <Card title={<Trans>Units</Trans>}>
      <p className={styles.soft}>
        <Trans>One visit may serve several units.</Trans>
      </p>
      {units.map(({ registration: { id, unitNumber, unitTitle }, open }) => (
        <CheckboxField
          key={id}
          name={`unit-${id}`}
          label={`${unitNumber} ${unitTitle}`}
          hint={<Plural value={open.length} one="# open point" other="# open points" />}
          isChecked={registrationIds.includes(id)}
          onChange={(isIn) => {
            const ids = isIn ? [...registrationIds, id] : registrationIds.filter((one) => one !== id)
            if (ids.length > 0) onChange({ ...content, registrationIds: ids })
          }}
        />
      ))}
    </Card>
  )
}
