// What an item says, by its method: a visit moment by moment, questions and answers, an agenda, a reflection. Nothing empty is shown.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { citationText, inListOrder, referenceText } from '../../core/sources.ts'
import { timeWords as clockWords, useDays } from '../../web/days.ts'
import { MarginNote } from '../../web/ui/MomentList.tsx'
import { RichTextView } from '../../web/ui/RichTextView.tsx'
import { pointName } from '../discussions/rules.ts'
import { timeWords } from '../uploads/rules.ts'
import type { EvidenceRecord } from './contract.ts'
import { DeclarationView } from './DeclarationView.tsx'
import { FilledTable } from './FilledTable.tsx'
import styles from './RecordView.module.css'

type RecordOf<Method extends EvidenceRecord['method']> = Extract<EvidenceRecord, { method: Method }>

export function RecordView({ record, byName }: { readonly record: EvidenceRecord; readonly byName: string | null }) {
  return (
    <>
      {record.note !== '' && (
        <MarginNote>
          <p className={styles.words}>{record.note}</p>
        </MarginNote>
      )}
      <ByMethod record={record} byName={byName} />
    </>
  )
}

function ByMethod({ record, byName }: { readonly record: EvidenceRecord; readonly byName: string | null }) {
  switch (record.method) {
    case 'O':
      return <Observation record={record} />
    case 'WT':
      return <Testimony record={record} />
    case 'A':
      return <Assignment record={record} byName={byName} />
    case 'Q':
      return <Questioning record={record} />
    case 'PD':
      return <Discussion record={record} />
    case 'RA':
      return <Reflection record={record} />
    case 'PE':
      return <Product record={record} />
  }
}

interface FactProps {
  readonly name: ReactNode
  readonly children: ReactNode
}

/** One thing that the record asks for; left out when it says nothing. */
function Fact({ name, children }: FactProps) {
  if (children === '' || children === null) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Observation({ record }: { readonly record: RecordOf<'O'> }) {
  const { i18n } = useLingui()
  const time = (at: string) => clockWords(i18n, at)
  const { startedAt, endedAt, entries } = record
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={<Trans>Time</Trans>}>{startedAt === null || endedAt === null ? '' : `${time(startedAt)}–${time(endedAt)}`}</Fact>
        <Fact name={<Trans>Place</Trans>}>{record.place}</Fact>
        <Fact name={<Trans>Learners</Trans>}>{record.learners.join(', ')}</Fact>
      </dl>
      {entries.length > 0 && (
        <ol className={styles.list}>
          {entries.map(({ at, seen }) => (
            <li key={`${at} ${seen}`}>
              {at !== null && <b>{time(at)} </b>}
              <span className={styles.words}>{seen}</span>
            </li>
          ))}
        </ol>
      )}
      <dl className={styles.facts}>
        <Fact name={<Trans>Feedback</Trans>}>{record.feedback}</Fact>
        <Fact name={<Trans>The candidate’s comment</Trans>}>{record.candidateComment}</Fact>
      </dl>
    </>
  )
}

function Testimony({ record }: { readonly record: RecordOf<'WT'> }) {
  const days = useDays()
  return (
    <>
      {record.statement !== '' && (
        <MarginNote>
          <p className={styles.words}>{record.statement}</p>
          {(record.spoke ?? '') !== '' && <p className={styles.words}>{record.spoke}</p>}
        </MarginNote>
      )}
      <dl className={styles.facts}>
        <Fact name={<Trans>Time</Trans>}>{record.startTime === undefined ? '' : `${record.startTime}–${record.endTime ?? ''}`}</Fact>
        <Fact name={<Trans>Place</Trans>}>{record.place ?? ''}</Fact>
        <Fact name={<Trans>Who was there</Trans>}>{record.setting ?? ''}</Fact>
        <Fact name={<Trans>Witness</Trans>}>{[record.witnessName, record.position ?? ''].filter((one) => one !== '').join(', ')}</Fact>
        <Fact name={<Trans>Category</Trans>}>{record.category}</Fact>
        <Fact name={<Trans>Relationship</Trans>}>{record.relationship}</Fact>
        <Fact name={<Trans>Signed</Trans>}>{record.signedAt === null ? '' : days.moment(record.signedAt)}</Fact>
      </dl>
    </>
  )
}

function Assignment({
  record: { headings, sources, declaration },
  byName,
}: {
  readonly record: RecordOf<'A'>
  readonly byName: string | null
}) {
  const cite = ({ sourceId, at }: { readonly sourceId: string; readonly at: string }) => {
    const source = sources.find(({ id }) => id === sourceId)
    return source === undefined ? '' : citationText(source, at)
  }
  return (
    <>
      {headings.map(({ code, heading, writing, tables }) => (
        <section key={code}>
          <h3>{heading}</h3>
          {tables.map((table) => (
            <FilledTable key={table.code} table={table} />
          ))}
          <RichTextView writing={writing} cite={cite} />
        </section>
      ))}
      {sources.length > 0 && (
        <ul className={styles.list}>
          {inListOrder(sources).map((source) => (
            <li key={source.id}>{referenceText(source)}</li>
          ))}
        </ul>
      )}
      <DeclarationView declaration={declaration} byName={byName} level="h3" />
    </>
  )
}

function Questioning({ record: { exchanges } }: { readonly record: RecordOf<'Q'> }) {
  if (exchanges.length === 0) return null
  return (
    <ol className={styles.list}>
      {exchanges.map(({ question, answer, isVerbatim }) => (
        <li key={`${question} ${answer}`}>
          <b className={styles.words}>{question}</b>
          <p className={styles.words}>{isVerbatim ? `“${answer}”` : answer}</p>
        </li>
      ))}
    </ol>
  )
}

function Discussion({ record }: { readonly record: RecordOf<'PD'> }) {
  const days = useDays()
  return (
    <>
      {record.agenda.length > 0 && (
        <>
          <h3>{record.agreedAt === null ? <Trans>Agenda</Trans> : <Trans>Agenda, agreed by both {days.moment(record.agreedAt)}</Trans>}</h3>
          <ul className={styles.list}>
            {record.agenda.map((one) => (
              <li key={`${pointName(one)} ${one.point}`}>
                <b>{pointName(one)}</b> {one.point}
              </li>
            ))}
          </ul>
        </>
      )}
      {record.timeIndex.length > 0 && (
        <ol className={styles.list}>
          {record.timeIndex.map(({ at, point }) => (
            <li key={`${at} ${point}`}>
              <b>{timeWords(at)}</b> {point}
            </li>
          ))}
        </ol>
      )}
      {record.summary !== '' && <p className={styles.words}>{record.summary}</p>}
    </>
  )
}

function Reflection({ record }: { readonly record: RecordOf<'RA'> }) {
  const days = useDays()
  return (
    <dl className={styles.facts}>
      <Fact name={<Trans>The day it was</Trans>}>{record.eventOn === null ? '' : days.day(record.eventOn)}</Fact>
      <Fact name={<Trans>My part</Trans>}>{record.ownRole}</Fact>
      <Fact name={<Trans>What?</Trans>}>{record.what}</Fact>
      <Fact name={<Trans>So what?</Trans>}>{record.soWhat}</Fact>
      <Fact name={<Trans>Now what?</Trans>}>{record.nowWhat}</Fact>
    </dl>
  )
}

function Product({ record }: { readonly record: RecordOf<'PE'> }) {
  return (
    <dl className={styles.facts}>
      <Fact name={<Trans>How it came about</Trans>}>{record.howProduced}</Fact>
      <Fact name={<Trans>Where it lies</Trans>}>{record.place}</Fact>
    </dl>
  )
}
