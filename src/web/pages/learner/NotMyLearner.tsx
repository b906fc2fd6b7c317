// What somebody meets on the page of a learner whom they do not work with, or who is not there any more: the two look the same.
import { Trans } from '@lingui/react/macro'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

export function NotMyLearner() {
  return (
    <>
      <PageHeader title={<Trans>Not one of your learners</Trans>} />
      <EmptyState
        title={<Trans>You don’t work with this learner, or their record is not here any more</Trans>}
        action={
          <ButtonLink href={paths.groups}>
            <Trans>Your groups</Trans>
          </ButtonLink>
        }
      />
    </>
  )
}
