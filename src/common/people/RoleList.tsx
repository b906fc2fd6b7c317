// The roles that a person held, holds and will hold; each can be ended today.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Refusal } from '../../core/errors.ts'
import { useActing } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { peopleReasons, roleWords, timeOf } from './client.ts'
import { type Person, type RoleHolding, roleEnd } from './contract.ts'

export function RoleList({ person }: { readonly person: Person }) {
  const words = useRefusalWords(peopleReasons)
  const [refusal, setRefusal] = useState<Refusal>()
  return (
    <Stack gap="small">
      <h3>
        <Trans>Roles</Trans>
      </h3>
      {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
      <ul>
        {person.roles.map((holding) => (
          <li key={holding.id}>
            <Holding holding={holding} onRefused={setRefusal} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

function Holding({ holding, onRefused }: { readonly holding: RoleHolding; readonly onRefused: (refusal: Refusal | undefined) => void }) {
  const { t } = useLingui()
  const { today, day } = useDays()
  const end = useActing(roleEnd)
  const role = t(roleWords[holding.role])
  const from = day(holding.fromOn)
  const until = holding.untilOn === null ? undefined : day(holding.untilOn)
  const isOpen = timeOf(holding, today) === 'now' && holding.untilOn !== today
  const endToday = async () => {
    const reply = await end({ id: holding.id, untilOn: today })
    onRefused('refusal' in reply ? reply.refusal : undefined)
  }
  return (
    <Row isSpread>
      <p>
        <b>{role}</b>{' '}
        {until === undefined ? (
          <Trans>from {from}</Trans>
        ) : (
          <Trans>
            from {from} until {until}
          </Trans>
        )}
      </p>
      {isOpen && (
        <Button size="small" kind="quiet" aria-label={t`End today: ${role}`} onPress={() => void endToday()}>
          <Trans>End today</Trans>
        </Button>
      )}
    </Row>
  )
}
