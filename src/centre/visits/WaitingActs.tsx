// On one's home: plans and visits that wait for one's own signature, and visits that wait to be written up.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { useWaitingActs } from './client.ts'
import type { WaitingAct } from './contract.ts'

interface WaitingActsProps {
  readonly kinds: readonly WaitingAct['kind'][]
  /** Where the unit's plans and visits are. */
  readonly hrefOf: (registrationId: string) => string
}

/** Nothing, when nothing waits. */
export function WaitingActs({ kinds, hrefOf }: WaitingActsProps) {
  const asked = useWaitingActs()
  if (asked.state !== 'answered') return null
  return asked.answer
    .filter(({ kind }) => kinds.includes(kind))
    .map((act) => (
      <Notice
        key={act.id}
        kind="info"
        action={
          <ButtonLink size="small" href={hrefOf(act.registrationId)} leadsOn>
            {act.kind === 'write_up' ? <Trans>Write it up</Trans> : <Trans>Read and sign</Trans>}
          </ButtonLink>
        }
      >
        <Words act={act} />
      </Notice>
    ))
}

function Words({ act: { kind, candidateName, unitNumber, on } }: { readonly act: WaitingAct }) {
  const days = useDays()
  const day = on === null ? null : days.day(on)
  if (kind === 'write_up')
    return (
      <Trans>
        Your visit to {candidateName} on {day} waits to be written up.
      </Trans>
    )
  if (kind === 'sign_visit')
    return (
      <Trans>
        The observation of {candidateName} on {day} waits for your signature.
      </Trans>
    )
  if (day === null)
    return (
      <Trans>
        A plan for {candidateName}, unit {unitNumber}, waits for your signature.
      </Trans>
    )
  return (
    <Trans>
      The plan for the visit to {candidateName} on {day} waits for your signature.
    </Trans>
  )
}
