// One offer, opened: the school's record beside the unit's words.
import { leafNames, useStandard } from '../../../centre/standards/client.ts'
import { type OfferedRecords, usePortfolios } from '../../../school/descriptors/client.ts'
import { OfferDialog } from '../../../school/descriptors/OfferDialog.tsx'
import { PortfolioShortcuts } from './PortfolioShortcuts.tsx'

/** Puts the unit's words beside the school's offer: the two halves meet on the page alone. */
export function Offer({ records, onClose }: { readonly records: OfferedRecords; readonly onClose: () => void }) {
  const portfolios = usePortfolios()
  const packCode = portfolios.state === 'answered' ? portfolios.answer[0]?.unit.packCode : undefined
  const standard = useStandard(packCode)
  const labels = standard.state === 'answered' ? leafNames(standard.answer) : new Map<string, string>()
  return <OfferDialog records={records} leafLabels={labels} onClose={onClose} shortcuts={<PortfolioShortcuts />} />
}
