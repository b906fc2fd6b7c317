// Adding an item by hand: what kind, what it is called, when, what it says, which leaves it may show.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { leafNames, useMethodWords } from '../standards/client.ts'
import type { AssessmentMethod, StandardPack } from '../standards/contract.ts'
import { evidenceReasons, useAddEvidence } from './client.ts'
import { evidenceAdd, ProductRecord } from './contract.ts'
import styles from './EvidenceForm.module.css'
import { emptyRecord, methodsFor } from './rules.ts'

const { title } = evidenceAdd.input.shape
const { note } = ProductRecord.shape

interface EvidenceFormProps {
  readonly registrationId: Id
  readonly pack: StandardPack
  readonly party: 'candidate' | 'assessor'
  /** What is filled in already. */
  readonly start?: { readonly method?: AssessmentMethod; readonly leaves?: readonly string[] }
  readonly onClose: (added?: Id) => void
}

export function EvidenceForm({ registrationId, pack, party, start = {}, onClose }: EvidenceFormProps) {
  const { t } = useLingui()
  const { today } = useDays()
  const [id] = useState(newId)
  const add = useAddEvidence()
  const words = useRefusalWords(evidenceReasons)
  const [method, setMethod] = useState(start.method)
  const [leaves, setLeaves] = useState(start.leaves ?? [])
  const form = useForm({
    title: { shape: title, wanted: t`Enter a title` },
    occurredOn: { shape: Day, wanted: t`Enter the day`, initial: today },
    note: { shape: note, wanted: t`Make it shorter` },
  })
  const send = form.submit(async (values) => {
    if (method === undefined) return [{ message: t`Choose what kind of evidence it is` }]
    if (leaves.length === 0) return [{ message: t`Choose at least one criterion that it may show` }]
    const { note: said, ...rest } = values
    const reply = await add({ ...rest, id, registrationId, record: emptyRecord(method, said), leaves: [...leaves] })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose(id)
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Add evidence</Trans>} onClose={() => onClose()}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <Method party={party} value={method} onChange={setMethod} />
          <Field {...form.field('title')} label={<Trans>Title</Trans>} maxLength={160} width="full" autoComplete="off" />
          <Field {...form.field('occurredOn')} type="date" label={<Trans>Day</Trans>} width="short" max={today} />
          <TextAreaField
            {...form.field('note')}
            label={<Trans>What it says, or where it lies</Trans>}
            hint={<Trans>Learners as letters, never by name</Trans>}
            isOptional
            maxLength={4000}
            rows={4}
            width="full"
          />
          <Leaves pack={pack} picked={leaves} onChange={setLeaves} />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Add to the portfolio</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

interface MethodProps {
  readonly party: 'candidate' | 'assessor'
  readonly value: AssessmentMethod | undefined
  readonly onChange: (method: AssessmentMethod | undefined) => void
}

function Method({ party, value, onChange }: MethodProps) {
  const words = useMethodWords()
  return (
    <>
      <ChipGroup
        label={<Trans>What is it?</Trans>}
        chips={methodsFor(party).map((code) => ({ id: code, label: words[code] }))}
        value={value}
        onChange={onChange}
        isNeeded
      />
      {value === 'WT' && (
        <p className={styles.soft}>
          <Trans>A testimony supports. It closes nothing by itself: no expert witness is registered here yet.</Trans>
        </p>
      )}
    </>
  )
}

interface LeavesProps {
  readonly pack: StandardPack
  readonly picked: readonly string[]
  readonly onChange: (leaves: readonly string[]) => void
}

function Leaves({ pack, picked, onChange }: LeavesProps) {
  const names = leafNames(pack)
  return (
    <fieldset className={styles.leaves}>
      <legend>
        <Trans>It may show</Trans>
      </legend>
      {[...names].map(([code, name]) => (
        <CriterionChip
          key={code}
          leaf={code}
          name={name}
          isPicked={picked.includes(code)}
          onPick={(isPicked) => onChange(isPicked ? [...picked, code] : picked.filter((one) => one !== code))}
        />
      ))}
    </fieldset>
  )
}
