// Entering a qualification that somebody holds, or works towards until a day.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { DayOrNone, problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { kindWords, staffReasons, useEnterQualification } from './client.ts'
import { NewQualification, QualificationKind } from './contract.ts'

export function QualificationForm({ personId, onClose }: { readonly personId: Id; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const enter = useEnterQualification()
  const words = useRefusalWords(staffReasons)
  const form = useForm({
    kind: { shape: QualificationKind, wanted: t`Choose the kind` },
    title: { shape: NewQualification.shape.title, wanted: t`Enter its name` },
    awardedOn: { shape: DayOrNone, wanted: t`Enter a day, or none` },
    dueOn: { shape: DayOrNone, wanted: t`Enter a day, or none` },
    expiresOn: { shape: DayOrNone, wanted: t`Enter a day, or none` },
  })
  const dayOrNull = (day: string) => (day === '' ? null : day)
  const send = form.submit(async ({ awardedOn, dueOn, expiresOn, ...values }) => {
    const days = { awardedOn: dayOrNull(awardedOn), dueOn: dayOrNull(dueOn), expiresOn: dayOrNull(expiresOn) }
    const reply = await enter({ ...values, ...days, id, personId })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Add a qualification</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <SelectField
            {...form.field('kind')}
            label={<Trans>Kind</Trans>}
            options={Object.entries(kindWords).map(([kind, label]) => ({ id: kind, label: t(label) }))}
            placeholder={t`Choose`}
          />
          <Field {...form.field('title')} label={<Trans>As the certificate says it</Trans>} maxLength={160} width="full" />
          <Field {...form.field('awardedOn')} type="date" label={<Trans>Awarded on</Trans>} isOptional width="short" />
          <Field {...form.field('expiresOn')} type="date" label={<Trans>Holds until</Trans>} isOptional width="short" />
          <Field
            {...form.field('dueOn')}
            type="date"
            label={<Trans>Or worked towards until</Trans>}
            hint={<Trans>When it is not awarded yet.</Trans>}
            isOptional
            width="short"
          />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Add</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
