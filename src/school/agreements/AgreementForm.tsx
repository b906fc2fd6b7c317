// Propose an agreement, or a change of one: a page of short lines that begin with what is usual, to be made one's own.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { newId } from '../../core/ids.ts'
import { Day, dayOf } from '../../core/time.ts'
import { addDays } from '../../core/wall-clock.ts'
import { useActing } from '../../web/asking.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { type Reasons, useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import styles from './AgreementForm.module.css'
import type { AgreementPair } from './client.ts'
import { type Agreement, AgreementText, agreementPropose } from './contract.ts'

/** What the rules on agreements say no for, in words. */
export const agreementReasons: Reasons = {
  not_these_two: msg`One of you does not work with this group as teacher, or as practitioner, any more.`,
  review_in_the_past: msg`Choose a day to come.`,
  names_a_learner: msg`A learner is named here. An agreement is about the group.`,
  already_signed: msg`You have agreed to this already.`,
  agreement_replaced: msg`A change was proposed since. Look at that one.`,
  agreement_agreed: msg`You have both agreed. Propose a change instead.`,
}

interface AgreementFormProps {
  readonly groupId: string
  readonly pair: AgreementPair
  /** What it begins with: the agreement that holds, or the last proposal. */
  readonly before: Agreement | undefined
  readonly onDone: () => void
}

type TextName = keyof AgreementText
const { shape } = AgreementText
/** About a term. */
const untilReview = 84

export function AgreementForm({ groupId, pair, before, onDone }: AgreementFormProps) {
  const { t } = useLingui()
  const propose = useActing(agreementPropose)
  const words = useRefusalWords(agreementReasons)
  const usual = useUsualWords()
  const text = <Name extends TextName>(name: Name) => ({
    shape: shape[name],
    wanted: t`Write a few words`,
    initial: before?.[name] ?? usual[name],
  })
  const form = useForm({
    term: text('term'),
    startTeacher: text('startTeacher'),
    startPractitioner: text('startPractitioner'),
    middleTeacher: text('middleTeacher'),
    middlePractitioner: text('middlePractitioner'),
    endTeacher: text('endTeacher'),
    endPractitioner: text('endPractitioner'),
    mayAssess: text('mayAssess'),
    records: text('records'),
    feedback: text('feedback'),
    parents: text('parents'),
    reviewOn: { shape: Day, wanted: t`Choose a day to come`, initial: addDays(dayOf(new Date()), untilReview) },
  })
  const submit = form.submit(async (values) => {
    const { teacherId, practitionerId } = pair
    const reply = await propose({ id: newId(), groupId, teacherId, practitionerId, ...values })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onDone()
    return undefined
  })
  const area = (name: TextName, label: ReactNode) => (
    <TextAreaField {...form.field(name)} label={label} rows={2} maxLength={240} width="full" />
  )
  const { teacherName, practitionerName } = pair
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <Field {...form.field('term')} label={<Trans>For when</Trans>} maxLength={40} />
      <div className={styles.two}>
        {area('startTeacher', <Trans>At the start: {teacherName}</Trans>)}
        {area('startPractitioner', <Trans>At the start: {practitionerName}</Trans>)}
        {area('middleTeacher', <Trans>In the middle: {teacherName}</Trans>)}
        {area('middlePractitioner', <Trans>In the middle: {practitionerName}</Trans>)}
        {area('endTeacher', <Trans>At the end: {teacherName}</Trans>)}
        {area('endPractitioner', <Trans>At the end: {practitionerName}</Trans>)}
      </div>
      {area('mayAssess', <Trans>How {practitionerName} may find out</Trans>)}
      {area('records', <Trans>What {practitionerName} records</Trans>)}
      {area('feedback', <Trans>How and when it is passed on</Trans>)}
      <Field {...form.field('parents')} label={<Trans>Who tells parents</Trans>} maxLength={120} width="full" />
      <Field {...form.field('reviewOn')} type="date" label={<Trans>To be looked at again</Trans>} width="short" />
      <p className={styles.hint}>
        <Trans>To propose it is to agree to it. It holds once your colleague agrees as well.</Trans>
      </p>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" isPending={form.isSending}>
          <Trans>Propose it</Trans>
        </Button>
        <Button onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

/** What teachers and practitioners usually agree on. */
function useUsualWords(): Readonly<Record<TextName, string>> {
  const { t } = useLingui()
  return {
    term: '',
    startTeacher: t`Says what is to be learnt and how we will know`,
    startPractitioner: t`Listens, and notes who looks lost`,
    middleTeacher: t`Teaches the class, and comes to the group once`,
    middlePractitioner: t`Watches and asks first, helps as little as is needed, gives feedback on the work`,
    endTeacher: t`Reads the handover and decides what comes next`,
    endPractitioner: t`Asks what helped, and hands over what was seen`,
    mayAssess: t`Questions, mini-whiteboards, looking at work, learners’ own judgement`,
    records: t`What was seen and said on each success criterion, and how much help it took`,
    feedback: t`A handover by the end of the morning; at once when somebody is stuck`,
    parents: t`The class teacher`,
  }
}
