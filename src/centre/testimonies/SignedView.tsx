// What a witness has signed, to be read again, and taken back with a reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useForm } from '../../web/form.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { MarginNote } from '../../web/ui/MomentList.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Reason } from '../witnesses/contract.ts'
import type { Statement } from './contract.ts'

interface SignedViewProps {
  readonly signed: Statement & { readonly signedName: string; readonly signedAt: string; readonly isWithdrawn: boolean }
  readonly onWithdraw: (reason: string) => Promise<readonly Problem[] | undefined>
}

export function SignedView({ signed, onWithdraw }: SignedViewProps) {
  const { t } = useLingui()
  const days = useDays()
  const [isOpen, setOpen] = useState(false)
  const form = useForm({ reason: { shape: Reason, wanted: t`Say why` } })
  const { occurredOn, startTime, endTime, place, setting, did, spoke, signedName, signedAt, isWithdrawn } = signed
  return (
    <Stack>
      <Notice kind={isWithdrawn ? 'warn' : 'ok'} isLive title={t`Signed by ${signedName}, ${days.moment(signedAt)}`}>
        {isWithdrawn ? (
          <Trans>You have taken it back. It stays to be read, with your reason.</Trans>
        ) : (
          <Trans>Thank you. Nobody can change a word of it. You can close this page.</Trans>
        )}
      </Notice>
      <p>
        {days.day(occurredOn)}, {startTime}–{endTime}, {place}
      </p>
      {setting !== '' && <p>{setting}</p>}
      <MarginNote>
        <p>{did}</p>
        {spoke !== '' && <p>{spoke}</p>}
      </MarginNote>
      {!isWithdrawn && !isOpen && (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          <Trans>Take it back</Trans>
        </Button>
      )}
      {!isWithdrawn && isOpen && (
        <form noValidate onSubmit={form.submit(({ reason }) => onWithdraw(reason))}>
          <Stack gap="form">
            <ErrorSummary problems={form.problems} attempt={form.attempt} />
            <Field {...form.field('reason')} label={<Trans>Why you take it back</Trans>} maxLength={400} width="full" />
            <Button kind="primary" type="submit" isPending={form.isSending}>
              <Trans>Take the statement back</Trans>
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  )
}
