// Judging a sample: agree, agree with a point to develop, or ask somebody for an action by a day.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, type Option, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import type { Registration } from '../registrations/contract.ts'
import { outcomeWords, samplingReasons, useJudge } from './client.ts'
import { ActionDay, ActionOwner, ActionWhat, Outcome, type Sample, sampleJudge } from './contract.ts'

interface JudgeFormProps {
  readonly registration: Registration
  readonly sample: Sample
  readonly onClose: () => void
}

export function JudgeForm({ registration, sample, onClose }: JudgeFormProps) {
  const { t } = useLingui()
  const form = useFields()
  const send = useSend(form, { registration, sample, onClose })
  const isAction = form.field('outcome').value === 'action'
  return (
    <Dialog isOpen title={<Trans>Judge this sample</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <SelectField
            {...form.field('outcome')}
            label={<Trans>What do you say?</Trans>}
            options={Outcome.options.map((outcome) => ({ id: outcome, label: t(outcomeWords[outcome]) }))}
            placeholder={t`Choose`}
          />
          <TextAreaField
            {...form.field('words')}
            label={<Trans>To the assessor</Trans>}
            hint={<Trans>What you looked at, what was good, and what to develop.</Trans>}
            maxLength={1000}
            width="full"
          />
          {isAction && (
            <>
              <TextAreaField {...form.field('what')} label={<Trans>What is to be done?</Trans>} rows={2} maxLength={600} width="full" />
              <SelectField
                {...form.field('ownerId')}
                label={<Trans>By whom?</Trans>}
                options={owners(registration)}
                placeholder={t`Choose`}
              />
              <Field {...form.field('dueOn')} type="date" label={<Trans>Until when?</Trans>} width="short" />
            </>
          )}
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Keep</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

function owners({
  assessorId,
  assessorName,
  candidateId,
  candidateName,
  countersignerId,
  countersignerName,
  tutorId,
  tutorName,
}: Registration): Option[] {
  const parts = [
    { id: assessorId, label: assessorName },
    { id: candidateId, label: candidateName },
    { id: countersignerId, label: countersignerName },
    { id: tutorId, label: tutorName },
  ]
  const named = parts.flatMap(({ id, label }) => (id === null || label === null ? [] : [{ id, label }]))
  return named.filter(({ id }, at) => named.findIndex((one) => one.id === id) === at)
}

function useFields() {
  const { t } = useLingui()
  return useForm({
    outcome: { shape: Outcome, wanted: t`Choose what you say` },
    words: { shape: sampleJudge.input.shape.words, wanted: t`Write a sentence` },
    what: { shape: ActionWhat, wanted: t`Say what is to be done` },
    ownerId: { shape: ActionOwner, wanted: t`Choose by whom` },
    dueOn: { shape: ActionDay, wanted: t`Enter the day` },
  })
}

function useSend(form: ReturnType<typeof useFields>, { registration, sample, onClose }: JudgeFormProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const [actionId] = useState(newId)
  const judge = useJudge()
  const refusalWords = useRefusalWords(samplingReasons)
  return form.submit(async ({ outcome, words, what, ownerId, dueOn }) => {
    const missing = [
      ...(what === '' ? [{ name: 'what', message: t`Say what is to be done` }] : []),
      ...(ownerId === '' ? [{ name: 'ownerId', message: t`Choose by whom` }] : []),
      ...(dueOn === '' ? [{ name: 'dueOn', message: t`Enter the day` }] : []),
    ]
    if (outcome === 'action' && missing.length > 0) return missing
    const action = outcome === 'action' ? { id: actionId, what, ownerId, dueOn } : null
    const input = { id, registrationId: registration.id, sampleId: sample.id, outcome, words, action }
    const reply = await judge(input)
    if ('refusal' in reply)
      return problemsOf(reply.refusal, refusalWords, { 'action.ownerId': 'ownerId', 'action.dueOn': 'dueOn', action: 'what' })
    onClose()
    return undefined
  })
}
