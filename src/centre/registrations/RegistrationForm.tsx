// Registering a candidate on a unit with an assessor.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Id, newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { DayOrNone, problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, type Option, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { useUnits } from '../standards/client.ts'
import { registrationReasons, usePeopleToRegister, useRegister } from './client.ts'
import { registrationCreate } from './contract.ts'

const { candidateNumber, packCode } = registrationCreate.input.shape

export function RegistrationForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const { today } = useDays()
  const [id] = useState(newId)
  const options = useOptions()
  const register = useRegister()
  const words = useRefusalWords(registrationReasons)
  const form = useForm({
    candidateId: { shape: Id, wanted: t`Choose a candidate` },
    packCode: { shape: packCode, wanted: t`Choose a unit` },
    assessorId: { shape: Id, wanted: t`Choose an assessor` },
    candidateNumber: { shape: candidateNumber, wanted: t`Enter the candidate number` },
    registeredOn: { shape: Day, wanted: t`Enter the first day`, initial: today },
    endsOn: { shape: DayOrNone, wanted: t`Enter a day, or none` },
  })
  const send = form.submit(async (values) => {
    const reply = await register({ ...values, id, endsOn: values.endsOn === '' ? null : values.endsOn })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Register a candidate</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <SelectField
            {...form.field('candidateId')}
            label={<Trans>Candidate</Trans>}
            options={options.candidates}
            placeholder={t`Choose`}
          />
          <SelectField {...form.field('packCode')} label={<Trans>Unit</Trans>} options={options.units} placeholder={t`Choose`} />
          <SelectField {...form.field('assessorId')} label={<Trans>Assessor</Trans>} options={options.assessors} placeholder={t`Choose`} />
          <Field
            {...form.field('candidateNumber')}
            label={<Trans>Candidate number</Trans>}
            width="short"
            maxLength={40}
            autoComplete="off"
          />
          <Field {...form.field('registeredOn')} type="date" label={<Trans>First day</Trans>} width="short" />
          <Field {...form.field('endsOn')} type="date" label={<Trans>Last day</Trans>} isOptional width="short" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Register</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

function useOptions(): Readonly<Record<'candidates' | 'assessors' | 'units', readonly Option[]>> {
  const people = usePeopleToRegister()
  const units = useUnits()
  const named = (choices: readonly { id: string; name: string }[]) => choices.map(({ id, name }) => ({ id, label: name }))
  return {
    candidates: people.state === 'answered' ? named(people.answer.candidates) : [],
    assessors: people.state === 'answered' ? named(people.answer.assessors) : [],
    units:
      units.state === 'answered' ? units.answer.map(({ code, unitNumber, title }) => ({ id: code, label: `${unitNumber} ${title}` })) : [],
  }
}
