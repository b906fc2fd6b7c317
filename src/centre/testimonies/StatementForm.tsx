// What a witness writes, guided: when, where, who was there, what the candidate did and said. It works on a phone, and keeps a draft on this device.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { type problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Position, WitnessName } from '../witnesses/contract.ts'
import { testimonyReasons } from './client.ts'
import { type Statement, Statement as StatementShape } from './contract.ts'

/** What is sent; token and code are the page's. */
export interface SignedStatement extends Statement {
  readonly id: string
  readonly evidenceId: string
  readonly signedName: string
  readonly signedPosition: string
}

export type DraftTexts = Readonly<Record<string, string>>

interface StatementFormProps {
  readonly asked: { readonly candidateName: string; readonly activity: string; readonly position: string }
  readonly draft: DraftTexts
  /** Each change, to be kept on the device. */
  readonly onDraft: (texts: DraftTexts) => void
  readonly onSign: (
    statement: SignedStatement,
    words: (refusal: Parameters<typeof problemsOf>[0]) => string,
  ) => Promise<readonly Problem[] | undefined>
}

const { shape } = StatementShape

export function StatementForm({ asked, draft, onDraft, onSign }: StatementFormProps) {
  const { t } = useLingui()
  const { today } = useDays()
  const words = useRefusalWords(testimonyReasons)
  const [ids] = useState(() => ({ id: newId(), evidenceId: newId() }))
  const initial = (name: string, other = '') => draft[name] ?? other
  const form = useForm({
    occurredOn: { shape: shape.occurredOn, wanted: t`Enter the day`, initial: initial('occurredOn', today) },
    startTime: { shape: shape.startTime, wanted: t`Enter when it began`, initial: initial('startTime') },
    endTime: { shape: shape.endTime, wanted: t`Enter when it ended`, initial: initial('endTime') },
    place: { shape: shape.place, wanted: t`Say where`, initial: initial('place') },
    setting: { shape: shape.setting, wanted: t`At most 400 characters`, initial: initial('setting') },
    did: { shape: shape.did, wanted: t`Say what you saw`, initial: initial('did') },
    spoke: { shape: shape.spoke, wanted: t`At most 2000 characters`, initial: initial('spoke') },
    signedPosition: { shape: Position, wanted: t`Enter your role at work`, initial: initial('signedPosition', asked.position) },
    signedName: { shape: WitnessName, wanted: t`Enter your name to sign` },
  })
  const texts = Object.fromEntries(drafted.map((name) => [name, form.field(name).value]))
  const kept = JSON.stringify(texts)
  useEffect(() => onDraft(JSON.parse(kept) as DraftTexts), [kept, onDraft])
  const { candidateName, activity } = asked
  return (
    <form noValidate onSubmit={form.submit((values) => onSign({ ...ids, ...values }, words))}>
      <Stack gap="form">
        <p>
          <Trans>
            You are asked what you saw {candidateName} do: <b>{activity}</b>. Write what you saw and heard, step by step. You do not have to
            judge it; that is for the assessor.
          </Trans>
        </p>
        <p>
          <Trans>Write Learner A, Learner B, never a child’s name. What you write is kept on this device until you sign.</Trans>
        </p>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <Field {...form.field('occurredOn')} type="date" width="short" label={<Trans>Day</Trans>} />
        <Row>
          <Field {...form.field('startTime')} type="time" width="short" label={<Trans>From</Trans>} />
          <Field {...form.field('endTime')} type="time" width="short" label={<Trans>Until</Trans>} />
        </Row>
        <Field {...form.field('place')} label={<Trans>Where</Trans>} maxLength={200} width="full" />
        <Field
          {...form.field('setting')}
          isOptional
          label={<Trans>Who was there</Trans>}
          hint={<Trans>For example: Learner B and Learner C, a pair in the fractions group.</Trans>}
          maxLength={400}
          width="full"
        />
        <TextAreaField {...form.field('did')} label={<Trans>What did {candidateName} do?</Trans>} rows={8} maxLength={6000} width="full" />
        <TextAreaField
          {...form.field('spoke')}
          isOptional
          label={<Trans>What did {candidateName} say?</Trans>}
          hint={<Trans>As it was said, as well as you remember.</Trans>}
          rows={3}
          maxLength={2000}
          width="full"
        />
        <Field {...form.field('signedPosition')} label={<Trans>Your role at work</Trans>} maxLength={120} />
        <Field
          {...form.field('signedName')}
          label={<Trans>Sign with your name</Trans>}
          hint={<Trans>Nobody can change a word after that, you included. You can take it back with a reason.</Trans>}
          maxLength={120}
          autoComplete="off"
        />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          <Trans>Sign</Trans>
        </Button>
      </Stack>
    </form>
  )
}

const drafted = ['occurredOn', 'startTime', 'endTime', 'place', 'setting', 'did', 'spoke', 'signedPosition'] as const
