// One tap instead of pasting: where the same person is a candidate on this installation, the portfolio's address is fetched there.
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { registrationAddress, registrationMine } from '../../../centre/registrations/contract.ts'
import type { Refusal } from '../../../core/errors.ts'
import { offerReasons, useRememberPortfolio } from '../../../school/descriptors/client.ts'
import { askQuery, type Place } from '../../api.ts'
import { useAccess } from '../../device.ts'
import { useRefusalWords } from '../../messages.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './PortfolioShortcuts.module.css'

interface Found {
  readonly place: Place
  readonly centreName: string
  readonly registrationId: string
  readonly unitNumber: string
}

/** @param known registrations that are kept already */
export function PortfolioShortcuts({ known = [] }: { readonly known?: readonly string[] }) {
  const found = useOwnRegistrations().filter(({ registrationId }) => !known.includes(registrationId))
  const { send, isSending, refusal } = useRememberPortfolio()
  const [failed, setFailed] = useState<Refusal>()
  const words = useRefusalWords(offerReasons)
  const wrong = failed ?? refusal
  async function connect({ place, registrationId }: Found) {
    const reply = await askQuery(place, registrationAddress, { registrationId })
    setFailed('refusal' in reply ? reply.refusal : undefined)
    if ('output' in reply) await send(reply.output.address)
  }
  if (found.length === 0) return null
  return (
    <div className={styles.shortcuts}>
      {found.map((one) => (
        <Button key={one.registrationId} kind="primary" isPending={isSending} onPress={() => void connect(one)}>
          <Trans>
            My unit {one.unitNumber} at {one.centreName}
          </Trans>
        </Button>
      ))}
      {wrong !== undefined && (
        <Notice kind="bad" isLive>
          {words(wrong)}
        </Notice>
      )}
    </div>
  )
}

/** The registrations that this person has in the centres of this installation; asked there, as who they are there. */
function useOwnRegistrations(): readonly Found[] {
  const access = useAccess()
  const centres = access.state === 'open' ? access.memberships.filter(({ kind }) => kind === 'centre') : []
  const { data = [] } = useQuery({
    queryKey: ['own registrations', ...centres.map(({ organisationId }) => organisationId)],
    enabled: centres.length > 0,
    queryFn: async () => {
      const found = await Promise.all(
        centres.map(async ({ organisationId, personId, organisationName }) => {
          const place = { organisationId, personId }
          const reply = await askQuery(place, registrationMine, {})
          return 'output' in reply
            ? reply.output.map(({ id, unitNumber }) => ({ place, centreName: organisationName, registrationId: id, unitNumber }))
            : []
        }),
      )
      return found.flat()
    },
  })
  return data
}
