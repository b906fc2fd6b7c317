// One item of evidence: reference, method, what it says, where it lies, whether it was seen, whether its record is gone.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useDays } from '../../web/days.ts'
import { MarginNote } from '../../web/ui/MomentList.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useMethodWords } from '../standards/client.ts'
import { FileList } from '../uploads/FileList.tsx'
import type { Descriptor, EvidenceItem } from './contract.ts'
import styles from './EvidenceCard.module.css'
import { RecordView } from './RecordView.tsx'
import { isHeldElsewhere, isLongAgo } from './rules.ts'

interface EvidenceCardProps {
  readonly item: EvidenceItem
  /** When and why its witness took the statement back. */
  readonly takenBack?: { readonly at: string; readonly reason: string } | undefined
  /** What one does with it: leaves to claim, a decision. */
  readonly children?: ReactNode
}

export function EvidenceCard({ item, takenBack, children }: EvidenceCardProps) {
  const methods = useMethodWords()
  const days = useDays()
  return (
    <article aria-label={`${item.reference} ${item.title}`}>
      <Card title={item.title} actions={<span className={styles.tag}>{item.reference}</span>}>
        <div className={styles.content}>
          <p className={styles.soft}>
            {methods[item.method]}, {days.day(item.occurredOn)}
            {item.addedByName !== null && (
              <>
                {'. '}
                <Trans>Added by {item.addedByName}</Trans>
              </>
            )}
          </p>
          {item.isOwnWork && (
            <p className={styles.soft}>
              <Trans>Declared as own work.</Trans>
            </p>
          )}
          {isLongAgo(item.occurredOn, days.today) && (
            <Notice kind="warn">
              <Trans>That is more than two years ago: does it still show what can be done now?</Trans>
            </Notice>
          )}
          {takenBack !== undefined && (
            <Notice kind="warn" title={<Trans>Taken back by the witness, {days.moment(takenBack.at)}</Trans>}>
              {takenBack.reason}
            </Notice>
          )}
          <RecordView record={item.record} byName={item.addedByName} />
          {item.files.length > 0 && <FileList files={item.files} timeIndex={item.record.method === 'PD' ? item.record.timeIndex : []} />}
          {item.descriptor !== null && <DescriptorView descriptor={item.descriptor} />}
          {item.method === 'PE' && (item.seen !== null || isHeldElsewhere(item)) && <SeenLine item={item} />}
          {children}
        </div>
      </Card>
    </article>
  )
}

function DescriptorView({ descriptor }: { readonly descriptor: Descriptor }) {
  const days = useDays()
  return (
    <>
      <MarginNote>
        <p className={styles.note}>{descriptor.sentence}</p>
      </MarginNote>
      <dl className={styles.facts}>
        <dt>
          <Trans>Where it lies</Trans>
        </dt>
        <dd>{descriptor.place}</dd>
        <dt>
          <Trans>Signed by</Trans>
        </dt>
        <dd>
          {descriptor.senderName}
          <br />
          <span className={styles.soft}>
            <Confirmed descriptor={descriptor} />
          </span>
        </dd>
      </dl>
      {descriptor.retractedOn !== null && (
        <Notice kind="warn" title={<Trans>Record erased, {days.day(descriptor.retractedOn)}</Trans>}>
          <Trans>The school no longer has the record. This sentence and what was decided on it stand.</Trans>
        </Notice>
      )}
    </>
  )
}

function Confirmed({ descriptor: { confirmedAs, fingerprint } }: { readonly descriptor: Descriptor }) {
  if (confirmedAs === 'installation') return <Trans>A school of this installation</Trans>
  if (confirmedAs === 'candidate') return <Trans>Key {fingerprint}, confirmed by the candidate alone</Trans>
  return <Trans>Key {fingerprint}, confirmed by the centre</Trans>
}

function SeenLine({ item: { seen, seenByIqa, descriptor } }: { readonly item: EvidenceItem }) {
  const days = useDays()
  if (seen === null && descriptor !== null && descriptor.retractedOn !== null)
    return (
      <p>
        <Trans>It was not seen in place before, so no decision can rest on it.</Trans>
      </p>
    )
  if (seen === null)
    return (
      <p>
        <b>
          <Trans>Not seen in place yet.</Trans>
        </b>{' '}
        <Trans>It counts once the assessor has seen the record itself.</Trans>
      </p>
    )
  return (
    <p>
      <b>
        <Trans>Seen in place</Trans>
      </b>
      : {seen.where}, {days.day(seen.seenOn)}, {seen.seenByName}
      {seen.permittedBy !== '' && (
        <>
          {'. '}
          <Trans>Allowed by {seen.permittedBy}</Trans>
        </>
      )}
      {seenByIqa !== null && (
        <>
          {'. '}
          <Trans>
            Seen by the IQA too: {seenByIqa.where}, {days.day(seenByIqa.seenOn)}, {seenByIqa.seenByName}
          </Trans>
        </>
      )}
    </p>
  )
}
