// One act on a witness in a dialog: the contact, an induction, the link, the approval, and what ends things with a reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import type { Reply } from '../../web/api.ts'
import { useDays } from '../../web/days.ts'
import { type Form, problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { orNull } from '../../web/typed.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { thirdGroundWords, useRegisterActs, witnessReasons } from './client.ts'
import {
  EmailOrNone,
  Ground,
  MinutesText,
  Reason,
  TelephoneOrNone,
  ThirdGround,
  type Witness,
  witnessInduct,
  witnessSetContact,
} from './contract.ts'
import { WitnessForm } from './WitnessForm.tsx'
import { WitnessLink } from './WitnessLink.tsx'

export type WitnessAct = 'contact' | 'induct' | 'link' | 'approve' | 'takeBack' | 'describe' | 'end'

interface WitnessDialogProps {
  readonly act: WitnessAct
  readonly witness: Witness
  readonly categories: readonly string[]
  readonly onClose: () => void
}

export function WitnessDialog({ act, witness, categories, onClose }: WitnessDialogProps) {
  const { name } = witness
  if (act === 'describe') return <WitnessForm witness={witness} categories={categories} candidates={[]} onClose={onClose} />
  const titles: Readonly<Record<Exclude<WitnessAct, 'describe'>, ReactNode>> = {
    contact: <Trans>How the centre reaches {name}</Trans>,
    induct: <Trans>{name} was inducted</Trans>,
    link: <Trans>A link for {name}</Trans>,
    approve: <Trans>{name} is an expert witness</Trans>,
    takeBack: <Trans>Take the approval of {name} back</Trans>,
    end: <Trans>{name} is no witness any more</Trans>,
  }
  const parts = { witness, onDone: onClose }
  return (
    <Dialog isOpen title={titles[act]} onClose={onClose}>
      {act === 'contact' && <ContactForm {...parts} />}
      {act === 'induct' && <InductionForm {...parts} />}
      {act === 'link' && <WitnessLink witness={witness} />}
      {act === 'approve' && <ApprovalForm {...parts} />}
      {(act === 'takeBack' || act === 'end') && <ReasonForm {...parts} act={act} />}
    </Dialog>
  )
}

interface PartProps {
  readonly witness: Witness
  readonly onDone: () => void
}

/** Fields in a form with its errors and its one button. */
function ActForm<R extends Parameters<typeof useForm>[0]>({
  form,
  send,
  action,
  children,
}: {
  readonly form: Form<R>
  readonly send: Parameters<Form<R>['submit']>[0]
  readonly action: ReactNode
  readonly children: ReactNode
}) {
  return (
    <form noValidate onSubmit={form.submit(send)}>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        {children}
        <Button kind="primary" type="submit" isPending={form.isSending}>
          {action}
        </Button>
      </Stack>
    </form>
  )
}

/** Closes when it was accepted, else says what is wrong. */
function useFinish(onDone: () => void) {
  const words = useRefusalWords(witnessReasons)
  return (reply: Reply<unknown>) => {
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onDone()
    return undefined
  }
}

function ContactForm({ witness: { id: witnessId, contact }, onDone }: PartProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const { setContact } = useRegisterActs()
  const finish = useFinish(onDone)
  const form = useForm({
    email: { shape: EmailOrNone, wanted: t`Enter an e-mail address`, initial: contact?.email ?? '' },
    telephone: { shape: TelephoneOrNone, wanted: t`Enter a telephone number`, initial: contact?.telephone ?? '' },
    checkedHow: { shape: witnessSetContact.input.shape.checkedHow, wanted: t`Say how you made sure` },
  })
  return (
    <ActForm
      form={form}
      action={<Trans>Keep the contact</Trans>}
      send={async ({ email, telephone, checkedHow }) =>
        finish(await setContact({ id, witnessId, email: orNull(email), telephone: orNull(telephone), checkedHow }))
      }
    >
      <Field {...form.field('email')} type="email" isOptional label={<Trans>E-mail address at work</Trans>} autoComplete="off" />
      <Field {...form.field('telephone')} isOptional width="short" inputMode="tel" label={<Trans>Telephone</Trans>} autoComplete="off" />
      <Field
        {...form.field('checkedHow')}
        label={<Trans>How you made sure that it is theirs</Trans>}
        hint={<Trans>For example: rang the school’s office on the number of its website. Not: the candidate told me.</Trans>}
        maxLength={200}
      />
    </ActForm>
  )
}

function InductionForm({ witness: { id: witnessId }, onDone }: PartProps) {
  const { t } = useLingui()
  const { today } = useDays()
  const [id] = useState(newId)
  const { induct } = useRegisterActs()
  const finish = useFinish(onDone)
  const form = useForm({
    what: { shape: witnessInduct.input.shape.what, wanted: t`Say what was shown` },
    minutes: { shape: MinutesText, wanted: t`Enter the minutes`, initial: '30' },
    inductedOn: { shape: Day, wanted: t`Enter the day`, initial: today },
  })
  return (
    <ActForm
      form={form}
      action={<Trans>Record the induction</Trans>}
      send={async ({ what, minutes, inductedOn }) => finish(await induct({ id, witnessId, what, minutes: Number(minutes), inductedOn }))}
    >
      <TextAreaField
        {...form.field('what')}
        label={<Trans>What was shown</Trans>}
        hint={<Trans>The criteria, what a witness writes and does not write, letters instead of learners’ names.</Trans>}
        maxLength={300}
      />
      <Field {...form.field('minutes')} width="short" inputMode="numeric" label={<Trans>Minutes</Trans>} />
      <Field {...form.field('inductedOn')} type="date" width="short" label={<Trans>Day</Trans>} />
    </ActForm>
  )
}

function ApprovalForm({ witness: { id: witnessId }, onDone }: PartProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const { approve } = useRegisterActs()
  const finish = useFinish(onDone)
  const wanted = t`Say what you rest this on`
  const form = useForm({
    knowsUnits: { shape: Ground, wanted },
    isCompetent: { shape: Ground, wanted },
    thirdGround: { shape: ThirdGround, wanted: t`Choose one of the two` },
    thirdWords: { shape: Ground, wanted },
  })
  const options = ThirdGround.options.map((ground) => ({ id: ground, label: t(thirdGroundWords[ground]) }))
  return (
    <ActForm
      form={form}
      action={<Trans>Approve as an expert witness</Trans>}
      send={async (values) => finish(await approve({ id, witnessId, ...values }))}
    >
      <p>
        <Trans>A statement counts as observation only when the witness is also named in a plan that both of you signed.</Trans>
      </p>
      <Field {...form.field('knowsUnits')} maxLength={300} label={<Trans>Knows the units</Trans>} hint={<Trans>How do you know?</Trans>} />
      <Field {...form.field('isCompetent')} maxLength={300} label={<Trans>Is competent in the occupation</Trans>} />
      <SelectField {...form.field('thirdGround')} label={<Trans>And one of the two</Trans>} options={options} placeholder={t`Choose`} />
      <Field {...form.field('thirdWords')} maxLength={300} label={<Trans>Which qualification, or which role</Trans>} />
    </ActForm>
  )
}

function ReasonForm({ witness: { id: witnessId }, onDone, act }: PartProps & { readonly act: 'takeBack' | 'end' }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const acts = useRegisterActs()
  const finish = useFinish(onDone)
  const form = useForm({ reason: { shape: Reason, wanted: t`Say why` } })
  return (
    <ActForm
      form={form}
      action={act === 'end' ? <Trans>End</Trans> : <Trans>Take the approval back</Trans>}
      send={async ({ reason }) => finish(await acts[act]({ id, witnessId, reason }))}
    >
      <p>
        {act === 'end' ? (
          <Trans>The contact is deleted and open links are shut. Statements that were signed stay, with the name.</Trans>
        ) : (
          <Trans>
            Statements of this witness then close no observed criterion any more. Decisions that rest on them show as open again.
          </Trans>
        )}
      </p>
      <Field {...form.field('reason')} label={<Trans>Why</Trans>} maxLength={400} />
    </ActForm>
  )
}
