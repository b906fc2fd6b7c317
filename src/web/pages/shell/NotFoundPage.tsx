// An address that leads nowhere, or to something that is not for the person who is here: the two look the same.
import { Trans } from '@lingui/react/macro'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function NotFoundPage() {
  return (
    <>
      <PageHeader title={<Trans>Not here</Trans>} />
      <EmptyState
        title={<Trans>There is no such page, or it is not for you to see</Trans>}
        action={
          <ButtonLink href="/">
            <Trans>Go to the start</Trans>
          </ButtonLink>
        }
      >
        <Trans>If somebody sent you this address, ask them for it again.</Trans>
      </EmptyState>
    </>
  )
}
