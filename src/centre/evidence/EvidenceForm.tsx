// Adding an item by hand: what kind, what it is called, when, what it says, which leaves it may show.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { leafNames, useMethodWords } from '../standards/client.ts'
import type { AssessmentMethod, StandardPack } from '../standards/contract.ts'
import { evidenceReasons, useAddEvidence } from './client.ts'
import styles from './EvidenceForm.module.css'
import { methodsFor } from './rules.ts'

interface EvidenceFormProps {
  readonly registrationId: Id
  readonly pack: StandardPack
  readonly party: 'candidate' | 'assessor'
  /** What is filled in already. */
  readonly start?: { readonly method?: AssessmentMethod; readonly leaves?: readonly string[] }
  readonly onClose: (added?: Id) => void
}

export function EvidenceForm({ registrationId, pack, party, start = {}, onClose }: EvidenceFormProps) {
  const methodWords = useMethodWords()
  const { today } = useDays()
  const words = useRefusalWords(evidenceReasons)
  const { id, send, refusal, attempt, isSending } = useAddEvidence()
  const [method, setMethod] = useState(start.method)
  const [title, setTitle] = useState('')
  const [occurredOn, setOccurredOn] = useState(today)
  const [note, setNote] = useState('')
  const [leaves, setLeaves] = useState(start.leaves ?? [])
  const [tries, setTries] = useState(0)
  const missing = useMissing({ method, title, occurredOn, leaves })
  const refused: Problem[] =
    refusal === undefined ? [] : [{ ...(refusal.field === undefined ? {} : { name: refusal.field }), message: words(refusal) }]
  const problems = tries === 0 ? [] : missing.length > 0 ? missing : refused
  const error = (name: string) => problems.find((problem) => problem.name === name)?.message
  async function submit(event: FormEvent) {
    event.preventDefault()
    setTries(tries + 1)
    if (missing.length > 0 || method === undefined) return
    const output = await send({ id, registrationId, method, title, occurredOn, note, leaves: [...leaves] })
    if (output !== undefined) onClose(id)
  }
  const actions = (
    <Button kind="primary" type="submit" form="evidence" isPending={isSending}>
      <Trans>Add to the portfolio</Trans>
    </Button>
  )
  return (
    <Dialog isOpen title={<Trans>Add evidence</Trans>} onClose={() => onClose()} actions={actions}>
      <form id="evidence" onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
        <ErrorSummary problems={problems} attempt={tries + attempt} />
        <ChipGroup
          label={<Trans>What is it?</Trans>}
          chips={methodsFor(party).map((code) => ({ id: code, label: methodWords[code] }))}
          value={method}
          onChange={setMethod}
          isNeeded
        />
        {method === 'WT' && (
          <p className={styles.soft}>
            <Trans>A testimony supports. It closes nothing by itself: no expert witness is registered here yet.</Trans>
          </p>
        )}
        <Field
          name="title"
          label={<Trans>Title</Trans>}
          value={title}
          onChange={setTitle}
          error={error('title')}
          maxLength={160}
          width="full"
          autoComplete="off"
        />
        <Field
          name="occurredOn"
          type="date"
          label={<Trans>Day</Trans>}
          width="short"
          value={occurredOn}
          onChange={setOccurredOn}
          error={error('occurredOn')}
        />
        <TextAreaField
          name="note"
          label={<Trans>What it says, or where it lies</Trans>}
          hint={<Trans>Learners as letters, never by name</Trans>}
          isOptional
          value={note}
          onChange={setNote}
          maxLength={4000}
          rows={4}
          width="full"
        />
        <Leaves pack={pack} picked={leaves} onChange={setLeaves} />
      </form>
    </Dialog>
  )
}

interface Filled {
  readonly method: AssessmentMethod | undefined
  readonly title: string
  readonly occurredOn: string
  readonly leaves: readonly string[]
}

function useMissing({ method, title, occurredOn, leaves }: Filled): readonly Problem[] {
  const { t } = useLingui()
  return [
    ...(method === undefined ? [{ message: t`Choose what kind of evidence it is` }] : []),
    ...(title.trim().length < 3 ? [{ name: 'title', message: t`Give it a title` }] : []),
    ...(occurredOn === '' ? [{ name: 'occurredOn', message: t`Choose the day` }] : []),
    ...(leaves.length === 0 ? [{ message: t`Choose at least one criterion that it may show` }] : []),
  ]
}

function Leaves({
  pack,
  picked,
  onChange,
}: {
  readonly pack: StandardPack
  readonly picked: readonly string[]
  readonly onChange: (leaves: readonly string[]) => void
}) {
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
