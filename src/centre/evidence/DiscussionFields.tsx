// A professional discussion: the agenda that both had agreed, when it began, the time index, what was said in short.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { momentAt } from '../../core/wall-clock.ts'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { useAgendas } from '../discussions/client.ts'
import type { Agenda } from '../discussions/contract.ts'
import { isAgreedBefore, pointName } from '../discussions/rules.ts'
import { timeWords } from '../uploads/rules.ts'
import type { EvidenceRecord } from './contract.ts'
import styles from './DiscussionFields.module.css'
import { secondsOf } from './rules.ts'

type Discussion = Extract<EvidenceRecord, { method: 'PD' }>

interface DiscussionFieldsProps {
  readonly record: Discussion
  readonly onChange: (record: EvidenceRecord) => void
  readonly registrationId: string
  readonly occurredOn: string
  readonly agendaId: string | undefined
  readonly onAgenda: (agenda: Agenda | undefined) => void
  /** Whether a line of the time index is written and not added yet. */
  readonly onLooseTime: (isLoose: boolean) => void
  readonly looseTimeError: string | undefined
}

export function DiscussionFields(props: DiscussionFieldsProps) {
  const { record, onChange, registrationId, occurredOn, agendaId, onAgenda } = props
  const { t } = useLingui()
  const days = useDays()
  const asked = useAgendas(registrationId)
  const agendas = asked.state === 'answered' ? asked.answer.filter(({ agreedAt }) => agreedAt !== null) : []
  const agenda = agendas.find(({ id }) => id === agendaId)
  const isAgreed = agenda !== undefined && isAgreedBefore(agenda, { occurredOn, startedAt: record.startedAt })
  return (
    <Stack gap="form">
      <SelectField
        name="agenda"
        label={<Trans>The agenda that you both agreed</Trans>}
        placeholder={t`No agenda was agreed before`}
        options={agendas.map(({ id, points, agreedAt }) => ({
          id,
          label: t`${days.moment(agreedAt ?? '')}: ${points.map((one) => `${pointName(one)} ${one.point}`).join('; ')}`.slice(0, 120),
        }))}
        value={agendaId ?? ''}
        onChange={(chosen) => onAgenda(agendas.find(({ id }) => id === chosen))}
        width="full"
      />
      <Began record={record} occurredOn={occurredOn} onChange={onChange} />
      {isAgreed ? (
        <ul className={styles.points}>
          {agenda.points.map((one) => (
            <li key={`${pointName(one)} ${one.point}`}>
              <b>{pointName(one)}</b> {one.point}
            </li>
          ))}
        </ul>
      ) : (
        <Notice kind="warn" title={<Trans>It will be entered as questioning</Trans>}>
          <Trans>A discussion counts as professional discussion when both agreed its agenda before it began.</Trans>
        </Notice>
      )}
      <TextAreaField
        name="summary"
        label={<Trans>What was said, in short</Trans>}
        rows={4}
        maxLength={8000}
        width="full"
        value={record.summary}
        onChange={(summary) => onChange({ ...record, summary })}
      />
      <TimeIndex {...props} />
    </Stack>
  )
}

function Began({ record, occurredOn, onChange }: Pick<DiscussionFieldsProps, 'record' | 'occurredOn' | 'onChange'>) {
  const [time, setTime] = useState(record.startedAt === null ? '' : record.startedAt.slice(11, 16))
  return (
    <Field
      name="began"
      type="time"
      label={<Trans>It began at</Trans>}
      isOptional
      width="short"
      value={time}
      onChange={(text) => {
        setTime(text)
        onChange({ ...record, startedAt: text === '' || occurredOn === '' ? null : momentAt(occurredOn, text) })
      }}
    />
  )
}

/** Minutes and seconds of the recording, each with what is talked about there. */
function TimeIndex({ record, onChange, onLooseTime, looseTimeError }: DiscussionFieldsProps) {
  const { t } = useLingui()
  const [at, setAt] = useState('')
  const [point, setPoint] = useState('')
  const seconds = secondsOf(at)
  const write = (time: string, words: string) => {
    setAt(time)
    setPoint(words)
    onLooseTime(time.trim() !== '' || words.trim() !== '')
  }
  const put = (timeIndex: Discussion['timeIndex']) => onChange({ ...record, timeIndex: timeIndex.toSorted((a, b) => a.at - b.at) })
  return (
    <fieldset className={styles.group}>
      <legend>
        <Trans>Time index of the recording</Trans>
      </legend>
      {record.timeIndex.length > 0 && (
        <ol className={styles.points}>
          {record.timeIndex.map((entry) => (
            <li key={`${entry.at} ${entry.point}`}>
              <b>{timeWords(entry.at)}</b> {entry.point}{' '}
              <Button kind="quiet" size="small" onPress={() => put(record.timeIndex.filter((one) => one !== entry))}>
                {t`Take out ${timeWords(entry.at)}`}
              </Button>
            </li>
          ))}
        </ol>
      )}
      <Row>
        <Field
          name="looseTime"
          label={<Trans>Minutes and seconds</Trans>}
          placeholder="06:10"
          width="short"
          value={at}
          onChange={(time) => write(time, point)}
          error={looseTimeError}
          autoComplete="off"
        />
        <Field
          name="index-point"
          label={<Trans>What is talked about</Trans>}
          maxLength={400}
          value={point}
          onChange={(words) => write(at, words)}
          autoComplete="off"
        />
      </Row>
      <Button
        icon={Plus}
        isDisabled={seconds === undefined || point.trim() === ''}
        onPress={() => {
          if (seconds === undefined) return
          put([...record.timeIndex, { at: seconds, point: point.trim() }])
          write('', '')
        }}
      >
        <Trans>Add this time</Trans>
      </Button>
    </fieldset>
  )
}
