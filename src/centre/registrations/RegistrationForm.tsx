// Registering a candidate on a unit with an assessor and whoever else has a part in it.
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
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { useUnits } from '../standards/client.ts'
import { registrationReasons, usePeopleToRegister, useRegister } from './client.ts'
import { IdOrNone, registrationCreate, SiteOrNone } from './contract.ts'
import { PartFields } from './PartFields.tsx'

const { candidateNumber, packCode } = registrationCreate.input.shape

export function RegistrationForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const people = usePeopleToRegister()
  const units = useUnits()
  const form = useFields()
  const send = useSend(form, onClose)
  return (
    <Dialog isOpen title={<Trans>Register a candidate</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <SelectField
            {...form.field('candidateId')}
            label={<Trans>Candidate</Trans>}
            options={people.candidates.map(({ id, name }) => ({ id, label: name }))}
            placeholder={t`Choose`}
          />
          <SelectField
            {...form.field('packCode')}
            label={<Trans>Unit</Trans>}
            options={
              units.state === 'answered'
                ? units.answer.map(({ code, unitNumber, title, isComplete }) => ({
                    id: code,
                    label: isComplete ? `${unitNumber} ${title}` : t`${unitNumber} ${title} (not all of it is known: no sign-off yet)`,
                  }))
                : []
            }
            placeholder={t`Choose`}
          />
          <Field
            {...form.field('candidateNumber')}
            label={<Trans>Candidate number</Trans>}
            width="short"
            maxLength={40}
            autoComplete="off"
          />
          <PartFields candidateId={form.field('candidateId').value} people={people} field={form.field} />
          <Field
            {...form.field('site')}
            label={<Trans>Site</Trans>}
            hint={<Trans>Where the candidate works</Trans>}
            isOptional
            maxLength={120}
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

function useFields() {
  const { t } = useLingui()
  const { today } = useDays()
  const someone = { shape: IdOrNone, wanted: t`Choose somebody, or nobody` }
  return useForm({
    candidateId: { shape: Id, wanted: t`Choose a candidate` },
    packCode: { shape: packCode, wanted: t`Choose a unit` },
    candidateNumber: { shape: candidateNumber, wanted: t`Enter the candidate number` },
    assessorId: { shape: Id, wanted: t`Choose an assessor` },
    countersignerId: someone,
    tutorId: someone,
    iqaId: someone,
    site: { shape: SiteOrNone, wanted: t`Enter a site, or none` },
    registeredOn: { shape: Day, wanted: t`Enter the first day`, initial: today },
    endsOn: { shape: DayOrNone, wanted: t`Enter a day, or none` },
  })
}

function useSend(form: ReturnType<typeof useFields>, onClose: () => void) {
  const [id] = useState(newId)
  const register = useRegister()
  const words = useRefusalWords(registrationReasons)
  const orNull = (text: string) => (text === '' ? null : text)
  return form.submit(async ({ tutorId, countersignerId, iqaId, site, endsOn, ...values }) => {
    const parts = { tutorId: orNull(tutorId), countersignerId: orNull(countersignerId), iqaId: orNull(iqaId) }
    const reply = await register({ ...values, ...parts, id, site: orNull(site), endsOn: orNull(endsOn) })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
}
