// What somebody meets on a page about a group or a learner with whom they do not work; whoever works with none meets what leads nowhere.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { canSeeSomeRecord } from '../../../school/groups/policy.ts'
import { useActor } from '../../member.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

interface NotYoursProps {
  readonly title: ReactNode
  /** Not there any more and not for this person look the same. */
  readonly reason: ReactNode
}

function NotYours({ title, reason }: NotYoursProps) {
  if (!canSeeSomeRecord(useActor())) return <NotFoundPage />
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={reason}
        action={
          <ButtonLink href={paths.groups}>
            <Trans>Your groups</Trans>
          </ButtonLink>
        }
      />
    </>
  )
}

export function NotMyGroup() {
  return <NotYours title={<Trans>Not one of your groups</Trans>} reason={<Trans>You don’t work with this group, or it is closed</Trans>} />
}

export function NotMyLearner() {
  return (
    <NotYours
      title={<Trans>Not one of your learners</Trans>}
      reason={<Trans>You don’t work with this learner, or their record is not here any more</Trans>}
    />
  )
}
