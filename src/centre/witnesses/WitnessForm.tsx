// A witness's entry: who they are to the candidate. For a new one, and for a correction.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Id, newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { CheckboxField, Field, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { useRegisterActs, witnessReasons } from './client.ts'
import { CategoryLabel, Position, Qualifications, Relationship, type Witness, WitnessName } from './contract.ts'

interface WitnessFormProps {
  /** To be corrected; a new one when left out. */
  readonly witness?: Witness
  readonly categories: readonly string[]
  /** For whom a new one may be added. */
  readonly candidates: readonly { readonly id: Id; readonly name: string }[]
  readonly onClose: () => void
}

export function WitnessForm({ witness, categories, candidates, onClose }: WitnessFormProps) {
  const { t } = useLingui()
  const { personId } = useMember()
  const [ids] = useState(() => ({ id: newId(), detailsId: newId() }))
  const [isRelative, setRelative] = useState(false)
  const acts = useRegisterActs()
  const words = useRefusalWords(witnessReasons)
  const isOwn = candidates.length === 1 && candidates[0]?.id === personId
  const form = useForm({
    candidateId: { shape: Id, wanted: t`Choose a candidate`, initial: witness?.candidateId ?? (isOwn ? personId : '') },
    name: { shape: WitnessName, wanted: t`Enter the name`, initial: witness?.name ?? '' },
    position: { shape: Position, wanted: t`Enter the role at work`, initial: witness?.position ?? '' },
    relationship: { shape: Relationship, wanted: t`Say what they are to the candidate`, initial: witness?.relationship ?? '' },
    category: { shape: CategoryLabel, wanted: t`Choose a category`, initial: witness?.category ?? '' },
    qualifications: { shape: Qualifications, wanted: t`At most 400 characters`, initial: witness?.qualifications ?? '' },
  })
  const send = form.submit(async ({ candidateId, ...said }) => {
    const reply =
      witness === undefined
        ? await acts.add({ ...ids, candidateId, ...said, isRelative })
        : await acts.describe({ id: ids.id, witnessId: witness.id, ...said, isRelative })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen onClose={onClose} title={witness === undefined ? <Trans>A new witness</Trans> : <Trans>Correct {witness.name}</Trans>}>
      <form noValidate onSubmit={send}>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          {isOwn && (
            <Notice>
              <Trans>You propose. Your centre finds the contact itself, checks it and asks the witness.</Trans>
            </Notice>
          )}
          {witness === undefined && !isOwn && (
            <SelectField
              {...form.field('candidateId')}
              label={<Trans>Candidate</Trans>}
              options={candidates.map(({ id, name }) => ({ id, label: name }))}
              placeholder={t`Choose`}
            />
          )}
          <Field {...form.field('name')} label={<Trans>Name</Trans>} maxLength={120} autoComplete="off" />
          <Field {...form.field('position')} label={<Trans>Role at work</Trans>} maxLength={120} autoComplete="off" />
          <Field
            {...form.field('relationship')}
            label={<Trans>What they are to the candidate</Trans>}
            hint={<Trans>For example: line manager, class teacher.</Trans>}
            maxLength={160}
            autoComplete="off"
          />
          <SelectField
            {...form.field('category')}
            label={<Trans>Category</Trans>}
            options={categories.map((label) => ({ id: label, label }))}
            placeholder={t`Choose`}
            width="full"
          />
          <Field {...form.field('qualifications')} isOptional label={<Trans>Qualifications and experience</Trans>} maxLength={400} />
          <CheckboxField
            name="isRelative"
            label={<Trans>Is a relative of the candidate</Trans>}
            isChecked={isRelative}
            onChange={setRelative}
          />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            {isOwn ? <Trans>Propose</Trans> : <Trans>Keep</Trans>}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
