// Visits that this device keeps until they are sent, and those that were refused.

import { useLingui } from '@lingui/react'
import { Plural, Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { timeWords } from '../../web/days.ts'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { usePendingVisits, useVisits } from './client.ts'

export function PendingVisits({ registrationId }: { readonly registrationId: Id }) {
  const { i18n } = useLingui()
  const pending = usePendingVisits(registrationId, useVisits(registrationId)).filter(({ state }) => state !== 'sent')
  return (
    <>
      {pending.map(({ id, state, input }) => {
        const began = timeWords(i18n, input.startedAt)
        return (
          <Notice
            key={id}
            isLive
            kind={state === 'held' ? 'warn' : 'info'}
            title={
              state === 'held' ? (
                <Trans>A visit needs your attention</Trans>
              ) : (
                <Trans>The visit of {began} is kept on this device, and sent by itself</Trans>
              )
            }
            action={
              state === 'held' && (
                <ButtonLink href="/waiting">
                  <Trans>Look at it</Trans>
                </ButtonLink>
              )
            }
          >
            <Plural value={input.entries.length} one="# note" other="# notes" />
          </Notice>
        )
      })}
    </>
  )
}
