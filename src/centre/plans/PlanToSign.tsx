// On the home page: plans of a unit that wait for one's own signature, and why they do again.
import { Plural, Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { usePlans } from './client.ts'
import type { PlanPart } from './contract.ts'
import { waitsForPart } from './rules.ts'

interface PlanToSignProps {
  readonly registrationId: Id
  readonly part: PlanPart
  /** Where the unit's plans are. */
  readonly href: string
}

/** Nothing, when nothing waits. */
export function PlanToSign({ registrationId, part, href }: PlanToSignProps) {
  const asked = usePlans(registrationId)
  if (asked.state !== 'answered') return null
  const waiting = asked.answer.plans.filter((plan) => waitsForPart(plan, part))
  if (waiting.length === 0) return null
  const voided = waiting.filter(({ voided: signed }) => signed?.signatures.some((one) => one.part === part)).length
  return (
    <Notice
      kind={voided > 0 ? 'warn' : 'info'}
      title={<Plural value={waiting.length} one="A plan waits for your signature" other="# plans wait for your signature" />}
      action={
        <ButtonLink href={href} leadsOn>
          <Trans>Read and sign</Trans>
        </ButtonLink>
      }
    >
      {voided > 0 ? <Trans>It was changed after you signed.</Trans> : undefined}
    </Notice>
  )
}
