// Planning in a unit: linked units first, then a plan for one or several units, and each plan's thread.
import { Trans } from '@lingui/react/macro'
import { ListChecks, PenLine } from 'lucide-react'
import { useState } from 'react'
import { type OpenUnit, useActivityWords } from '../../../../centre/planner/client.ts'
import { PlannerPanel } from '../../../../centre/planner/PlannerPanel.tsx'
import { planFrom, planReasons, useEmptyPlan, usePlans } from '../../../../centre/plans/client.ts'
import type { Plan, PlanContent, TakenBack } from '../../../../centre/plans/contract.ts'
import { DaySheet } from '../../../../centre/plans/DaySheet.tsx'
import { PlanForm } from '../../../../centre/plans/PlanForm.tsx'
import { PlanThread } from '../../../../centre/plans/PlanThread.tsx'
import { partIn } from '../../../../centre/plans/policy.ts'
import { useVisits } from '../../../../centre/visits/client.ts'
import { PendingVisits } from '../../../../centre/visits/PendingVisits.tsx'
import { TakenBackList } from '../../../../centre/visits/TakenBackList.tsx'
import { VisitCard } from '../../../../centre/visits/VisitCard.tsx'
import type { Id } from '../../../../core/ids.ts'
import { useDays } from '../../../days.ts'
import { useActor } from '../../../member.ts'
import { AskedView } from '../../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { EmptyState, Notice } from '../../../ui/Notice.tsx'
import { paths } from '../../paths.ts'
import { OpenUnits } from '../OpenUnits.tsx'
import type { UnitPlaceProps } from '../place-props.ts'

export function PlanPlace({ registration, pack }: UnitPlaceProps) {
  const asked = usePlans(registration.id)
  const part = partIn(useActor(), [registration])
  return (
    <AskedView asked={asked} reasons={planReasons}>
      {({ plans, registrations, takenBack }) => (
        <OpenUnits registrationIds={registrations.map(({ id }) => id)}>
          {(units) => <Planning registration={registration} pack={pack} plans={plans} units={units} part={part} takenBack={takenBack} />}
        </OpenUnits>
      )}
    </AskedView>
  )
}

interface PlanningProps extends UnitPlaceProps {
  readonly plans: readonly Plan[]
  readonly units: readonly OpenUnit[]
  readonly part: ReturnType<typeof partIn>
  readonly takenBack: readonly TakenBack[]
}

type Open =
  | { readonly kind: 'planner' }
  | { readonly kind: 'write'; readonly plan: Plan | undefined; readonly start: PlanContent }
  | { readonly kind: 'print'; readonly plan: Plan }

function Planning({ registration, pack, plans, units, part, takenBack }: PlanningProps) {
  const { today } = useDays()
  const empty = useEmptyPlan()
  const words = useActivityWords(units)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  if (open?.kind === 'write')
    return <PlanForm plan={open.plan} registrationId={registration.id} start={open.start} units={units} onClose={close} />
  if (open?.kind === 'planner')
    return (
      <PlannerPanel
        units={units}
        onUse={(answer) => {
          const ids = units.filter(({ open: halves }) => halves.length > 0).map(({ registration: { id } }) => id)
          setOpen({ kind: 'write', plan: undefined, start: planFrom(empty(ids, today), answer, units, words) })
        }}
        onClose={close}
      />
    )
  return (
    <Stack gap="large">
      <LinkedFirst registration={registration} pack={pack} units={units} />
      {part !== undefined && (
        <Row>
          <Button kind="primary" icon={ListChecks} onPress={() => setOpen({ kind: 'planner' })}>
            <Trans>Find the fewest activities</Trans>
          </Button>
          {part === 'assessor' && (
            <ButtonLink href={paths.visit(registration.id)}>
              <Trans>Visit now</Trans>
            </ButtonLink>
          )}
          <Button icon={PenLine} onPress={() => setOpen({ kind: 'write', plan: undefined, start: empty([registration.id], today) })}>
            <Trans>Write a plan</Trans>
          </Button>
        </Row>
      )}
      <Visits registrationId={registration.id} plans={plans} units={units} part={part} />
      {plans.length === 0 && (
        <EmptyState title={<Trans>No plan yet</Trans>}>
          <Trans>Candidate and assessor plan together where each open criterion will show. Both sign.</Trans>
        </EmptyState>
      )}
      {plans.map((plan) => (
        <PlanThread
          key={plan.id}
          plan={plan}
          units={units}
          part={part}
          onChange={() => setOpen({ kind: 'write', plan, start: plan.content })}
          onPrint={() => setOpen({ kind: 'print', plan })}
        />
      ))}
      <TakenBackList registrationId={registration.id} plans={takenBack} />
      {open?.kind === 'print' && <DaySheet plan={open.plan} units={units} onPrinted={close} />}
    </Stack>
  )
}

/** Visits that are on this device or sent, each with what its plan said would show. */
function Visits({ registrationId, plans, units, part }: { readonly registrationId: Id } & Pick<PlanningProps, 'plans' | 'units' | 'part'>) {
  const asked = useVisits(registrationId)
  const forecastOf = (planId: Id | null) => plans.find(({ id }) => id === planId)?.content.forecast ?? []
  return (
    <>
      <PendingVisits registrationId={registrationId} />
      <AskedView asked={asked} isAgeSaid>
        {({ visits }) => (
          <>
            {visits.map((visit) => (
              <VisitCard key={visit.id} visit={visit} units={units} part={part} forecast={forecastOf(visit.planId)} />
            ))}
          </>
        )}
      </AskedView>
    </>
  )
}

/** Linked units come before planning: one visit may serve them. */
function LinkedFirst({ registration, pack, units }: Pick<PlanningProps, 'registration' | 'pack' | 'units'>) {
  if (pack.linkedUnits.length === 0) return null
  const numbers = pack.linkedUnits.map(({ unitNumber }) => unitNumber)
  const own = units.filter(({ registration: { id, unitNumber } }) => id !== registration.id && numbers.includes(unitNumber))
  const names = pack.linkedUnits.map(({ unitNumber, title }) => `${unitNumber} ${title}`).join(', ')
  const ownNumbers = own.map(({ registration: { unitNumber } }) => unitNumber).join(', ')
  return (
    <Notice
      title={<Trans>Look at the linked units before you plan</Trans>}
      action={
        <ButtonLink href={paths.unit(registration.id, 'about')} leadsOn>
          <Trans>The unit page</Trans>
        </ButtonLink>
      }
    >
      <p>{names}</p>
      {own.length > 0 && (
        <p>
          <Trans>Registered here as well: {ownNumbers}. One plan can be for all of them.</Trans>
        </p>
      )}
    </Notice>
  )
}
