// The portfolios that a practitioner may offer to, and the way to one more: there can be several colleges.
import { Trans } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { usePortfolios } from '../../../school/descriptors/client.ts'
import type { Portfolio } from '../../../school/descriptors/contract.ts'
import { PortfolioForm } from '../../../school/descriptors/PortfolioForm.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { PortfolioShortcuts } from './PortfolioShortcuts.tsx'

export function Portfolios() {
  return <AskedView asked={usePortfolios()}>{(portfolios) => <Known key={portfolios.length} portfolios={portfolios} />}</AskedView>
}

function Known({ portfolios }: { readonly portfolios: readonly Portfolio[] }) {
  const [isAdding, setIsAdding] = useState(portfolios.length === 0)
  return (
    <Stack gap="small">
      {portfolios.length > 0 && (
        <ul>
          {portfolios.map(({ addressee, unit, centreName }) => (
            <li key={addressee.registrationId}>
              <Trans>
                Unit {unit.number}, {centreName}
              </Trans>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <>
          <PortfolioShortcuts known={portfolios.map(({ addressee }) => addressee.registrationId)} />
          <PortfolioForm />
        </>
      ) : (
        <div>
          <Button icon={Plus} onPress={() => setIsAdding(true)}>
            <Trans>Add a portfolio</Trans>
          </Button>
        </div>
      )}
    </Stack>
  )
}
