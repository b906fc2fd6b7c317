// The button on a record of one's own that leads to the offer; it is there only where the bridge is on.
import { Trans } from '@lingui/react/macro'
import { Share2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useBridge } from '../../../common/letters/client.ts'
import type { OfferedRecords } from '../../../school/descriptors/client.ts'
import { mayOffer } from '../../../school/descriptors/policy.ts'
import { useAccess } from '../../device.ts'
import { Button } from '../../ui/Button.tsx'
import { part } from '../../ui/part.tsx'

// A page has the button beside each of its records, and opens one offer at a time.
const Offer = part(async () => (await import('./Offer.tsx')).Offer)

interface OfferAsEvidenceProps {
  readonly records: OfferedRecords
  /** Who made them: only one's own are offered. */
  readonly recordedBy: string
  /** Where several kinds can be offered from one place. */
  readonly label?: ReactNode
}

export function OfferAsEvidence({ records, recordedBy, label }: OfferAsEvidenceProps) {
  const [isOpen, setIsOpen] = useState(false)
  const bridge = useBridge()
  const access = useAccess()
  const isOn = bridge.state === 'answered' && bridge.answer.isOn
  const isOwn = access.state === 'open' && access.person.personId === recordedBy && mayOffer(access.person)
  if (!isOn || !isOwn) return null
  return (
    <>
      <Button kind="quiet" size="small" icon={Share2} onPress={() => setIsOpen(true)}>
        {label ?? <Trans>Offer as evidence</Trans>}
      </Button>
      {isOpen && <Offer records={records} onClose={() => setIsOpen(false)} />}
    </>
  )
}
