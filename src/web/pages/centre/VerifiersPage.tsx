// For the centre administrator: external verifiers' accounts, opening one, and what each was shown.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { AccountCard } from '../../../centre/verifiers/AccountCard.tsx'
import { useAccounts } from '../../../centre/verifiers/client.ts'
import { OpenForm } from '../../../centre/verifiers/OpenForm.tsx'
import { canOpen } from '../../../centre/verifiers/policy.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function VerifiersPage() {
  return canOpen(useActor()) ? <Accounts /> : <NotFoundPage />
}

function Accounts() {
  const [isOpening, setIsOpening] = useState(false)
  return (
    <>
      <PageHeader
        title={<Trans>External verifiers</Trans>}
        about={<Trans>They read chosen units until a day, and every look is kept</Trans>}
        actions={
          <Button kind="primary" onPress={() => setIsOpening(true)}>
            <Trans>Open units to a verifier</Trans>
          </Button>
        }
      />
      <AskedView asked={useAccounts()}>
        {(accounts) =>
          accounts.length === 0 ? (
            <EmptyState title={<Trans>No account was opened yet</Trans>}>
              <Trans>An awarding body’s verifier gets one for chosen units. It ends by itself.</Trans>
            </EmptyState>
          ) : (
            <Stack>
              {accounts.map((account) => (
                <AccountCard key={account.id} account={account} />
              ))}
            </Stack>
          )
        }
      </AskedView>
      {isOpening && <OpenForm onClose={() => setIsOpening(false)} />}
    </>
  )
}
