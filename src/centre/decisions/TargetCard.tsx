// Within how many working days a centre says that evidence is decided on: published by its administrator, counted in every queue.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useSettingTarget, useTarget } from './client.ts'
import { TargetDays } from './contract.ts'

export function TargetCard() {
  const { t } = useLingui()
  const asked = useTarget()
  const act = useSettingTarget()
  const words = useRefusalWords({})
  const form = useForm({ workingDays: { shape: TargetDays, wanted: t`Enter a number of days from 1 to 60` } })
  const send = form.submit(async ({ workingDays }) => {
    const reply = await act({ id: newId(), workingDays: Number(workingDays) })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    form.reset()
    return undefined
  })
  if (asked.state !== 'answered') return null
  const { workingDays } = asked.answer
  return (
    <Card title={<Trans>How soon evidence is decided on</Trans>}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <p>
            {workingDays === null ? (
              <Trans>No target is published yet. Queues show how long each item has waited.</Trans>
            ) : (
              <Plural value={workingDays} one="Published: within # working day." other="Published: within # working days." />
            )}
          </p>
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <Field {...form.field('workingDays')} label={<Trans>Working days</Trans>} inputMode="numeric" width="short" />
          <Button type="submit" isPending={form.isSending}>
            <Trans>Publish</Trans>
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
