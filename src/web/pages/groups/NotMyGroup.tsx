// What somebody meets on a page of a group that they do not work with, or that is closed: the two look the same.
import { Trans } from '@lingui/react/macro'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

export function NotMyGroup() {
  return (
    <>
      <PageHeader title={<Trans>Not one of your groups</Trans>} />
      <EmptyState
        title={<Trans>You don’t work with this group, or it is closed</Trans>}
        action={
          <ButtonLink href={paths.groups}>
            <Trans>Your groups</Trans>
          </ButtonLink>
        }
      />
    </>
  )
}
