// Takes a unit out: as a PDF for paper, or as a file that others can check and another centre can bring in.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileArchive, FileText, Share } from 'lucide-react'
import type { Id } from '../../core/ids.ts'
import { Menu } from '../../web/ui/Menu.tsx'
import { usePortfolioAddress } from './client.ts'

export function TakeOut({ registrationId }: { readonly registrationId: Id }) {
  const { t } = useLingui()
  const { pdf, zip } = usePortfolioAddress(registrationId)
  return (
    <Menu
      label={t`Take out`}
      icon={Share}
      acts={[
        { id: 'pdf', label: t`As a PDF, to read and print`, icon: FileText, onAction: () => load(pdf) },
        {
          id: 'zip',
          label: t`As a file with everything, to check or to bring into another centre`,
          icon: FileArchive,
          onAction: () => load(zip),
        },
      ]}
    >
      <Trans>Take out</Trans>
    </Menu>
  )
}

/** The browser loads it by itself, as it can be larger than a page's memory; the server names the file. */
function load(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
