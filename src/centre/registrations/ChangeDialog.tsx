// Passing a part on, changing the site or the last day, always with the reason; and what changed before.
import { msg } from '@lingui/core/macro'
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
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import styles from './ChangeDialog.module.css'
import { registrationReasons, useChangeRegistration, usePeopleToRegister, useRegistrationChanges } from './client.ts'
import { IdOrNone, type Registration, type RegistrationChange, registrationChange, SiteOrNone } from './contract.ts'
import { PartFields } from './PartFields.tsx'
import { changedFields } from './rules.ts'

export function ChangeDialog({ registration, onClose }: { readonly registration: Registration; readonly onClose: () => void }) {
  const people = usePeopleToRegister()
  const form = useFields(registration)
  const send = useSend(form, registration, onClose)
  const { candidateName, unitNumber } = registration
  return (
    <Dialog
      isOpen
      title={
        <Trans>
          {candidateName}, unit {unitNumber}
        </Trans>
      }
      onClose={onClose}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <PartFields candidateId={registration.candidateId} people={people} field={form.field} />
          <Field
            {...form.field('site')}
            label={<Trans>Site</Trans>}
            hint={<Trans>Where the candidate works</Trans>}
            isOptional
            maxLength={120}
          />
          <Field
            {...form.field('endsOn')}
            type="date"
            label={<Trans>Last day</Trans>}
            hint={<Trans>Enter an earlier day to end the registration early.</Trans>}
            isOptional
            width="short"
          />
          <TextAreaField {...form.field('reason')} label={<Trans>Why does it change?</Trans>} rows={2} maxLength={300} width="full" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Change</Trans>
          </Button>
        </Stack>
      </form>
      <History registration={registration} />
    </Dialog>
  )
}

function useFields({ assessorId, tutorId, countersignerId, iqaId, site, endsOn }: Registration) {
  const { t } = useLingui()
  const someone = (id: string | null) => ({ shape: IdOrNone, wanted: t`Choose somebody, or nobody`, initial: id ?? '' })
  return useForm({
    assessorId: { shape: Id, wanted: t`Choose an assessor`, initial: assessorId },
    countersignerId: someone(countersignerId),
    tutorId: someone(tutorId),
    iqaId: someone(iqaId),
    site: { shape: SiteOrNone, wanted: t`Enter a site, or none`, initial: site ?? '' },
    endsOn: { shape: DayOrNone, wanted: t`Enter a day, or none`, initial: endsOn ?? '' },
    reason: { shape: registrationChange.input.shape.reason, wanted: t`Say why` },
  })
}

function useSend(form: ReturnType<typeof useFields>, registration: Registration, onClose: () => void) {
  const [id] = useState(newId)
  const change = useChangeRegistration()
  const words = useRefusalWords(registrationReasons)
  const orNull = (text: string) => (text === '' ? null : text)
  return form.submit(async ({ assessorId, tutorId, countersignerId, iqaId, site, endsOn, reason }) => {
    const parts = { assessorId, tutorId: orNull(tutorId), countersignerId: orNull(countersignerId), iqaId: orNull(iqaId) }
    const wanted = { ...parts, site: orNull(site), endsOn: orNull(endsOn) }
    // What is as before is not sent: it may have been changed elsewhere meanwhile.
    const fresh = Object.fromEntries(changedFields(registration, wanted).map((field) => [field, wanted[field]]))
    const reply = await change({ ...fresh, id, registrationId: registration.id, reason })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
}

const fieldWords = {
  assessor: msg`Assessor`,
  tutor: msg`Tutor`,
  countersigner: msg`Countersigner`,
  iqa: msg`IQA (internal verifier)`,
  site: msg`Site`,
  ends_on: msg`Last day`,
}

function History({ registration }: { readonly registration: Registration }) {
  const { t } = useLingui()
  const days = useDays()
  const asked = useRegistrationChanges(registration.id)
  if (asked.state !== 'answered' || asked.answer.length === 0) return null
  const said = ({ field }: RegistrationChange, value: string | null) => {
    if (value === null) return t`nobody or none`
    return field === 'ends_on' && Day.safeParse(value).success ? days.day(value) : value
  }
  return (
    <section className={styles.history}>
      <h3>
        <Trans>What changed before</Trans>
      </h3>
      <ul>
        {asked.answer.map((one) => (
          <li key={`${one.id} ${one.field}`}>
            <b>{t(fieldWords[one.field])}</b>{' '}
            <Trans>
              from {said(one, one.was)} to {said(one, one.became)}: {one.reason}
            </Trans>{' '}
            <span className={styles.soft}>
              <Trans>
                {one.changedByName}, {days.moment(one.changedAt)}
              </Trans>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
