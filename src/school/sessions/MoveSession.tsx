// Another day or time for one session; the weekly time stays.
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { Day, dayOf } from '../../core/time.ts'
import { momentAt, WallTime, wallTimeOf } from '../../core/wall-clock.ts'
import { useActing } from '../../web/asking.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { sessionReasons } from './client.ts'
import { type ShownSession, sessionMove } from './contract.ts'

export function MoveSession({ session, onClose }: { readonly session: ShownSession; readonly onClose: () => void }) {
  const { t } = useLingui()
  const formId = useId()
  const words = useRefusalWords(sessionReasons)
  const move = useActing(sessionMove)
  const { id, groupId, groupName, startsAt, endsAt } = session
  const form = useForm({
    day: { shape: Day, wanted: t`Choose the day`, initial: dayOf(startsAt) },
    startTime: { shape: WallTime, wanted: t`Say when it begins`, initial: wallTimeOf(startsAt) },
    endTime: { shape: WallTime, wanted: t`Say when it ends`, initial: endsAt === null ? '' : wallTimeOf(endsAt) },
  })
  const keep = form.submit(async ({ day, startTime, endTime }) => {
    const reply = await move({ id, groupId, startsAt: momentAt(day, startTime), endsAt: momentAt(day, endTime) })
    if ('refusal' in reply) return problemsOf(reply.refusal, words, { endsAt: 'endTime' })
    onClose()
    return undefined
  })
  return (
    <Dialog
      title={<Trans>Move {groupName}</Trans>}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={form.isSending}>
            <Trans>Move it</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={keep} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <Field {...form.field('day')} type="date" width="short" label={<Trans>Day</Trans>} />
          <Field {...form.field('startTime')} type="time" width="short" label={<Trans>Begins</Trans>} />
          <Field {...form.field('endTime')} type="time" width="short" label={<Trans>Ends</Trans>} />
        </Stack>
      </form>
    </Dialog>
  )
}
