// What a witness completes and signs: who they are to the candidate. It works on a phone and without an account.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { type problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { CheckboxField, Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { witnessReasons } from './client.ts'
import { Position, Qualifications, Relationship, type WitnessDetails, WitnessName } from './contract.ts'

/** What is sent; token and code are the page's. */
export interface SignedEntry extends WitnessDetails {
  readonly id: string
  readonly detailsId: string
  readonly isRelative: boolean
  readonly signedName: string
}

interface WitnessEntryFormProps {
  readonly entry: WitnessDetails & { readonly candidateName: string; readonly category: string }
  readonly onSign: (
    entry: SignedEntry,
    words: (refusal: Parameters<typeof problemsOf>[0]) => string,
  ) => Promise<readonly Problem[] | undefined>
}

export function WitnessEntryForm({ entry, onSign }: WitnessEntryFormProps) {
  const { t } = useLingui()
  const words = useRefusalWords(witnessReasons)
  const [ids] = useState(() => ({ id: newId(), detailsId: newId() }))
  const [isRelative, setRelative] = useState(false)
  const form = useForm({
    name: { shape: WitnessName, wanted: t`Enter your name`, initial: entry.name },
    position: { shape: Position, wanted: t`Enter your role at work`, initial: entry.position },
    relationship: { shape: Relationship, wanted: t`Say what you are to the candidate`, initial: entry.relationship },
    qualifications: { shape: Qualifications, wanted: t`At most 400 characters`, initial: entry.qualifications },
    signedName: { shape: WitnessName, wanted: t`Enter your name to sign` },
  })
  return (
    <form noValidate onSubmit={form.submit((values) => onSign({ ...ids, ...values, isRelative }, words))}>
      <Stack gap="form">
        <p>
          <Trans>
            You are asked to be a witness for {entry.candidateName}, as: {entry.category}. A witness says what they saw. Whether it meets a
            criterion is for the assessor to decide.
          </Trans>
        </p>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <Field {...form.field('name')} label={<Trans>Your name</Trans>} maxLength={120} autoComplete="name" />
        <Field {...form.field('position')} label={<Trans>Your role at work</Trans>} maxLength={120} autoComplete="organization-title" />
        <Field {...form.field('relationship')} label={<Trans>What you are to {entry.candidateName}</Trans>} maxLength={160} />
        <Field {...form.field('qualifications')} isOptional label={<Trans>Your qualifications and experience</Trans>} maxLength={400} />
        <CheckboxField
          name="isRelative"
          label={<Trans>I am a relative of {entry.candidateName}</Trans>}
          isChecked={isRelative}
          onChange={setRelative}
        />
        <Field
          {...form.field('signedName')}
          label={<Trans>Sign with your name</Trans>}
          hint={<Trans>It is kept with the time and a checksum of what you signed, and shown to candidate, assessor and verifiers.</Trans>}
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
