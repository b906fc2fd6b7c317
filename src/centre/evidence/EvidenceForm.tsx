// Adding an item, or saying it anew: what kind, its own record, which leaves it may show, and the declaration. What is written is kept until it is handed in.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useRef, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useDraft } from '../../web/drafts.ts'
import { problemsOf } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { CheckboxField, Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import type { Registration } from '../registrations/contract.ts'
import { useMethodWords } from '../standards/client.ts'
import type { AssessmentMethod, StandardPack } from '../standards/contract.ts'
import { FilesField } from '../uploads/FilesField.tsx'
import { evidenceReasons, useAddEvidence, useChangeEvidence } from './client.ts'
import { EvidenceDraft, type EvidenceItem } from './contract.ts'
import styles from './EvidenceForm.module.css'
import { LeavesField, OtherUnitsField } from './LeavesField.tsx'
import { RecordFields } from './RecordFields.tsx'
import { claimsOfAgenda, draftProblems, emptyRecord, isLongAgo, methodsFor } from './rules.ts'

interface EvidenceFormProps {
  readonly registrationId: Id
  readonly pack: StandardPack
  readonly party: 'candidate' | 'assessor'
  /** What is filled in already. */
  readonly start?: { readonly method?: AssessmentMethod; readonly leaves?: readonly string[] }
  /** The item that is said anew; left out, a new one is added. */
  readonly item?: EvidenceItem
  /** The candidate's other units, which the item may show something of as well. */
  readonly others?: readonly Registration[]
  readonly onClose: (added?: Id) => void
}

export function EvidenceForm(props: EvidenceFormProps) {
  const { registrationId, party, item, start, onClose } = props
  const { today } = useDays()
  const about = item === undefined ? `${party}${start?.method ?? ''}` : `${item.id} ${item.version}`
  const kept = useDraft(`evidence ${registrationId} ${about}`, EvidenceDraft)
  const [entered, setEntered] = useState<{ reference: string; isRetyped: boolean }>()
  const fresh = item === undefined ? blank(today, start) : draftOf(item)
  const draft = kept.draft ?? fresh
  const title = item === undefined ? <Trans>Add evidence</Trans> : <Trans>Change {item.reference}</Trans>
  if (entered !== undefined) return <Entered {...entered} onClose={() => onClose()} />
  return (
    <Dialog isOpen title={title} onClose={() => onClose()}>
      {kept.isReady ? (
        <Fields
          {...props}
          draft={draft}
          isKept={kept.draft !== undefined}
          change={(next) => kept.change(next)}
          onEntered={(added, reference, isRetyped) => {
            kept.change(undefined)
            if (isRetyped && reference !== undefined) setEntered({ reference, isRetyped })
            else onClose(added)
          }}
        />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

function blank(today: string, start: EvidenceFormProps['start'] = {}): EvidenceDraft {
  const { method, leaves = [] } = start
  return {
    id: newId(),
    title: '',
    occurredOn: today,
    record: method === undefined ? null : emptyRecord(method),
    files: [],
    arriving: [],
    leaves: [...leaves],
    also: {},
  }
}

function draftOf({ id, title, occurredOn, record, files, leaves }: EvidenceItem): EvidenceDraft {
  return { id, title, occurredOn, record, files, arriving: [], leaves, also: {} }
}

/** Said when a discussion had no agreed agenda (R8). */
function Entered({ reference, onClose }: { readonly reference: string; readonly onClose: () => void }) {
  return (
    <Dialog isOpen size="small" title={<Trans>Entered as questioning</Trans>} onClose={onClose}>
      <Stack>
        <Notice kind="info" isLive>
          <Trans>It is {reference} in the portfolio: no agenda was agreed by both before it began.</Trans>
        </Notice>
        <Button kind="primary" onPress={onClose}>
          <Trans>Done</Trans>
        </Button>
      </Stack>
    </Dialog>
  )
}

interface FieldsProps extends EvidenceFormProps {
  readonly draft: EvidenceDraft
  readonly isKept: boolean
  readonly change: (draft: EvidenceDraft | undefined) => void
  readonly onEntered: (added: Id, reference: string | undefined, isRetyped: boolean) => void
}

function Fields({ draft, isKept, change, onEntered, ...props }: FieldsProps) {
  const { registrationId, pack, party, item, others = [] } = props
  const { today } = useDays()
  const [isOwnWork, setIsOwnWork] = useState(false)
  const [hasLooseTime, setHasLooseTime] = useState(false)
  const { submit, problems, attempt, isSending } = useHandingIn(props, draft, { isOwnWork, hasLooseTime }, onEntered)
  const put = (part: Partial<EvidenceDraft>) => change({ ...draft, ...part })
  // A file may end while something else is written: it is put into what is written by then.
  const latestDraft = useRef(put)
  latestDraft.current = put
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="form">
        <ErrorSummary problems={problems} attempt={attempt} />
        {isKept && item === undefined && <Kept onAnew={() => change(undefined)} />}
        {item === undefined && (
          <Method party={party} value={draft.record?.method} onChange={(method) => put({ record: recordFor(draft, method) })} />
        )}
        <Field
          name="title"
          label={<Trans>Title</Trans>}
          maxLength={160}
          width="full"
          autoComplete="off"
          value={draft.title}
          onChange={(title) => put({ title })}
          error={errorOf('title')}
        />
        <Field
          name="occurredOn"
          type="date"
          label={<Trans>Day</Trans>}
          width="short"
          max={today}
          value={draft.occurredOn}
          onChange={(occurredOn) => put({ occurredOn })}
          error={errorOf('occurredOn')}
        />
        {draft.occurredOn !== '' && isLongAgo(draft.occurredOn, today) && <LongAgo />}
        {draft.record !== null && (
          <RecordFields
            record={draft.record}
            onChange={(record) => put({ record })}
            registrationId={registrationId}
            occurredOn={draft.occurredOn}
            agendaId={draft.agendaId}
            onAgenda={(agenda) =>
              put({
                agendaId: agenda?.id,
                ...(agenda !== undefined && item === undefined ? claimsOfAgenda(draft, agenda, registrationId) : {}),
              })
            }
            onLooseTime={setHasLooseTime}
            looseTimeError={errorOf('looseTime')}
          />
        )}
        <FilesField
          registrationId={registrationId}
          files={draft.files}
          arriving={draft.arriving}
          onChange={(files, arriving) => latestDraft.current({ files, arriving })}
        />
        {item === undefined && <Claims pack={pack} others={others} draft={draft} onChange={put} />}
        {party === 'candidate' && (
          <CheckboxField
            name="isOwnWork"
            label={<Trans>This is my own work, and it names no learner.</Trans>}
            isChecked={isOwnWork}
            onChange={setIsOwnWork}
            error={errorOf('isOwnWork')}
          />
        )}
        <Button kind="primary" type="submit" isPending={isSending}>
          {item === undefined ? <Trans>Add to the portfolio</Trans> : <Trans>Save as a new version</Trans>}
        </Button>
      </Stack>
    </form>
  )
}

interface ClaimsProps {
  readonly pack: StandardPack
  readonly others: readonly Registration[]
  readonly draft: EvidenceDraft
  readonly onChange: (part: Partial<EvidenceDraft>) => void
}

function Claims({ pack, others, draft, onChange }: ClaimsProps) {
  return (
    <>
      <LeavesField pack={pack} picked={draft.leaves} onChange={(leaves) => onChange({ leaves })} />
      <OtherUnitsField others={others} picked={draft.also} onChange={(also) => onChange({ also })} />
    </>
  )
}

function Kept({ onAnew }: { readonly onAnew: () => void }) {
  return (
    <p className={styles.soft}>
      <Trans>Kept as you write.</Trans>{' '}
      <Button kind="quiet" size="small" onPress={onAnew}>
        <Trans>Begin anew</Trans>
      </Button>
    </p>
  )
}

/** What was written stays when another kind is chosen, as far as the other kind has the same field. */
function recordFor({ record }: EvidenceDraft, method: AssessmentMethod | undefined): EvidenceDraft['record'] {
  if (method === undefined) return null
  return record?.method === method ? record : emptyRecord(method, record?.note)
}

function useHandingIn(
  { registrationId, party, item }: EvidenceFormProps,
  draft: EvidenceDraft,
  said: { readonly isOwnWork: boolean; readonly hasLooseTime: boolean },
  onEntered: FieldsProps['onEntered'],
) {
  const { t } = useLingui()
  const words = useRefusalWords(evidenceReasons)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [isSending, setIsSending] = useState(false)
  const [add, change] = [useAddEvidence(), useChangeEvidence()]
  const wanted = {
    record: t`Choose what kind of evidence it is`,
    title: t`Enter a title of three letters or more`,
    occurredOn: t`Enter the day`,
    looseTime: t`Add the time that you have written to the time index, or clear it`,
    leaves: t`Choose at least one criterion that it may show`,
    isOwnWork: t`Say that it is your own work`,
  }
  const show = (found: readonly Problem[]) => {
    setProblems(found)
    if (found.length > 0) setAttempt((before) => before + 1)
  }
  async function handIn() {
    const wrong = draftProblems(draft, { ...said, party, isNew: item === undefined })
    const { record, id, title, occurredOn, files, leaves, also, agendaId } = draft
    if (wrong.length > 0 || record === null) return show(wrong.map((name) => ({ name, message: wanted[name] })))
    setIsSending(true)
    const content = { registrationId, title, occurredOn, record, isOwnWork: said.isOwnWork, fileIds: files.map((file) => file.id) }
    const alsoFor = Object.entries(also).flatMap(([other, codes]) => (codes.length > 0 ? [{ registrationId: other, leaves: codes }] : []))
    const reply =
      item === undefined
        ? await add({ id, ...content, leaves, alsoFor, ...(agendaId === undefined ? {} : { agendaId }) })
        : await change({ evidenceId: item.id, ...content })
    setIsSending(false)
    if ('refusal' in reply) return show(problemsOf(reply.refusal, words))
    const reference = 'reference' in reply.output ? reply.output.reference : undefined
    onEntered(id, reference, 'method' in reply.output && reply.output.method !== record.method)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isSending) void handIn()
  }
  return { submit, problems, attempt, isSending }
}

function LongAgo() {
  return (
    <Notice kind="warn">
      <Trans>That is more than two years ago. Your assessor may ask for something newer.</Trans>
    </Notice>
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
    <ChipGroup
      label={<Trans>What is it?</Trans>}
      chips={methodsFor(party).map((code) => ({ id: code, label: words[code] }))}
      value={value}
      onChange={onChange}
      isNeeded
    />
  )
}
