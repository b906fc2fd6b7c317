// On one's home: units that wait for one's signature, and signatures of one's own that stand no longer.
import { Trans } from '@lingui/react/macro'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { useSignOffTasks } from './client.ts'
import type { SignOffTask } from './contract.ts'

export function SignOffTasks({ hrefOf }: { readonly hrefOf: (registrationId: string) => string }) {
  const asked = useSignOffTasks()
  if (asked.state !== 'answered') return null
  return asked.answer.map((task) => (
    <Notice
      key={`${task.registrationId} ${task.role}`}
      kind={task.voidBecause === null ? 'info' : 'warn'}
      action={
        <ButtonLink size="small" href={hrefOf(task.registrationId)} leadsOn>
          <Trans>Look and sign</Trans>
        </ButtonLink>
      }
    >
      <Words task={task} />
    </Notice>
  ))
}

function Words({ task: { candidateName, unitNumber, voidBecause } }: { readonly task: SignOffTask }) {
  if (voidBecause === 'changed')
    return (
      <Trans>
        Your signature on unit {unitNumber} of {candidateName} stands no longer: the unit was changed afterwards.
      </Trans>
    )
  if (voidBecause === 'reopened')
    return (
      <Trans>
        Your signature on unit {unitNumber} of {candidateName} stands no longer: the assessor reopened the unit.
      </Trans>
    )
  return (
    <Trans>
      Unit {unitNumber} of {candidateName} is ready for your signature.
    </Trans>
  )
}
