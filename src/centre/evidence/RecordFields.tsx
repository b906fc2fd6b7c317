// What each method asks for, as fields: questions and answers, an agreed agenda, a reflection, how a product came about.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { CheckboxField, Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import type { Agenda } from '../discussions/contract.ts'
import type { EvidenceRecord } from './contract.ts'
import { DiscussionFields } from './DiscussionFields.tsx'
import styles from './RecordFields.module.css'

type RecordOf<Method extends EvidenceRecord['method']> = Extract<EvidenceRecord, { method: Method }>

interface RecordFieldsProps {
  readonly record: EvidenceRecord
  readonly onChange: (record: EvidenceRecord) => void
  readonly registrationId: string
  readonly occurredOn: string
  readonly agendaId: string | undefined
  readonly onAgenda: (agenda: Agenda | undefined) => void
  /** Whether a line of the time index is written and not added yet. */
  readonly onLooseTime: (isLoose: boolean) => void
  readonly looseTimeError: string | undefined
}

export function RecordFields(props: RecordFieldsProps) {
  const { record, onChange } = props
  return (
    <>
      <OfMethod {...props} />
      <TextAreaField
        name="note"
        label={record.method === 'A' || record.method === 'WT' ? <Trans>What it says</Trans> : <Trans>Anything else</Trans>}
        hint={<Trans>Learners as letters, never by name</Trans>}
        isOptional
        maxLength={4000}
        rows={record.method === 'A' || record.method === 'WT' ? 5 : 2}
        width="full"
        value={record.note}
        onChange={(note) => onChange({ ...record, note })}
      />
    </>
  )
}

function OfMethod(props: RecordFieldsProps) {
  const { record, onChange } = props
  switch (record.method) {
    case 'Q':
      return <QuestioningFields record={record} onChange={onChange} />
    case 'PD':
      return <DiscussionFields {...props} record={record} />
    case 'RA':
      return <ReflectionFields record={record} onChange={onChange} />
    case 'PE':
      return <ProductFields record={record} onChange={onChange} />
    case 'O':
      return <ObservationFields record={record} onChange={onChange} />
    default:
      return null
  }
}

interface FieldsProps<R extends EvidenceRecord> {
  readonly record: R
  readonly onChange: (record: EvidenceRecord) => void
}

function QuestioningFields({ record, onChange }: FieldsProps<RecordOf<'Q'>>) {
  const { t } = useLingui()
  const exchanges = record.exchanges.length === 0 ? [{ question: '', answer: '', isVerbatim: true }] : record.exchanges
  const put = (next: RecordOf<'Q'>['exchanges']) => onChange({ ...record, exchanges: next })
  const change = (at: number, part: object) => put(exchanges.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <Stack gap="form">
      {exchanges.map(({ question, answer, isVerbatim }, at) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: a question that is being written has nothing else to be known by
          key={at}
          title={t`Question ${at + 1}`}
          onRemove={exchanges.length > 1 ? () => put(exchanges.filter((_, place) => place !== at)) : undefined}
        >
          <TextAreaField
            name={`question-${at}`}
            label={<Trans>What was asked</Trans>}
            rows={2}
            maxLength={1000}
            width="full"
            value={question}
            onChange={(words) => change(at, { question: words })}
          />
          <TextAreaField
            name={`answer-${at}`}
            label={<Trans>What was answered</Trans>}
            rows={3}
            maxLength={6000}
            width="full"
            value={answer}
            onChange={(words) => change(at, { answer: words })}
          />
          <CheckboxField
            name={`verbatim-${at}`}
            label={<Trans>Word for word</Trans>}
            isChecked={isVerbatim}
            onChange={(isChecked) => change(at, { isVerbatim: isChecked })}
          />
        </Group>
      ))}
      <Button icon={Plus} onPress={() => put([...exchanges, { question: '', answer: '', isVerbatim: true }])}>
        <Trans>Another question</Trans>
      </Button>
    </Stack>
  )
}

interface GroupProps {
  readonly title: string
  readonly onRemove: (() => void) | undefined
  readonly children: ReactNode
}

/** Fields that belong together, with a way to take them out. */
function Group({ title, onRemove, children }: GroupProps) {
  const { t } = useLingui()
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {children}
      {onRemove !== undefined && (
        <div>
          <IconButton icon={X} label={t`Take out: ${title}`} onPress={onRemove} />
        </div>
      )}
    </fieldset>
  )
}

function ReflectionFields({ record, onChange }: FieldsProps<RecordOf<'RA'>>) {
  const area = (name: 'ownRole' | 'what' | 'soWhat' | 'nowWhat', label: ReactNode, hint: ReactNode, longest: number) => (
    <TextAreaField
      name={name}
      label={label}
      hint={hint}
      rows={name === 'ownRole' ? 2 : 4}
      maxLength={longest}
      width="full"
      value={record[name]}
      onChange={(words) => onChange({ ...record, [name]: words })}
    />
  )
  return (
    <Stack gap="form">
      <Field
        name="eventOn"
        type="date"
        label={<Trans>The day it is about</Trans>}
        width="short"
        value={record.eventOn ?? ''}
        onChange={(day) => onChange({ ...record, eventOn: day === '' ? null : day })}
      />
      {area('ownRole', <Trans>My part in it</Trans>, <Trans>What you did yourself, and what others did</Trans>, 1000)}
      {area('what', <Trans>What?</Trans>, <Trans>What happened, learners as letters</Trans>, 6000)}
      {area('soWhat', <Trans>So what?</Trans>, <Trans>What it says about the learning, or about your way of helping</Trans>, 6000)}
      {area('nowWhat', <Trans>Now what?</Trans>, <Trans>What you do differently, and what came of it</Trans>, 6000)}
    </Stack>
  )
}

function ProductFields({ record, onChange }: FieldsProps<RecordOf<'PE'>>) {
  return (
    <Stack gap="form">
      <TextAreaField
        name="howProduced"
        label={<Trans>How it came about</Trans>}
        hint={<Trans>When, for what, and what you did yourself</Trans>}
        rows={3}
        maxLength={4000}
        width="full"
        value={record.howProduced}
        onChange={(howProduced) => onChange({ ...record, howProduced })}
      />
      <Field
        name="place"
        label={<Trans>Where it lies</Trans>}
        hint={<Trans>Where your assessor can see the real thing</Trans>}
        maxLength={300}
        width="full"
        autoComplete="off"
        value={record.place}
        onChange={(place) => onChange({ ...record, place })}
      />
    </Stack>
  )
}

function ObservationFields({ record, onChange }: FieldsProps<RecordOf<'O'>>) {
  return (
    <Stack gap="form">
      <Field
        name="place"
        label={<Trans>Place</Trans>}
        maxLength={200}
        width="full"
        autoComplete="off"
        value={record.place}
        onChange={(place) => onChange({ ...record, place })}
      />
      <TextAreaField
        name="feedback"
        label={<Trans>Feedback to the candidate</Trans>}
        isOptional
        rows={3}
        maxLength={4000}
        width="full"
        value={record.feedback}
        onChange={(feedback) => onChange({ ...record, feedback })}
      />
    </Stack>
  )
}
