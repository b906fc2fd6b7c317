// Everything that has not left this device, item by item: what needs attention first, then what waits, then what colleagues left.
import { Plural, Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import { captureDay } from '../../../school/observations/contract.ts'
import { device, useAccess, useOutbox } from '../../device.ts'
import type { OwnEntry } from '../../offline/outbox-view.ts'
import { Button } from '../../ui/Button.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { WaitingEntry } from './WaitingEntry.tsx'
import styles from './waiting.module.css'

/** A page of its own. */
export function Waiting() {
  return (
    <div className={styles.page}>
      <PageHeader title={<Trans>Not sent yet</Trans>} />
      <WaitingEntries />
    </div>
  )
}

/** The list alone, for a page or a dialog that has the title. */
export function WaitingEntries() {
  const view = useOutbox()
  const names = useLearnerNames()
  // What is discarded can come back until one leaves.
  useEffect(() => () => void device().outbox.removeDiscarded(), [])
  const attention = view.entries.filter(
    ({ state, reason }) => state === 'held' || state === 'erased' || (state === 'discarded' && reason !== undefined),
  )
  const waiting = view.entries.filter((entry) => !attention.includes(entry))
  const isEmpty = view.entries.length === 0 && view.ofOthers === 0
  return (
    <div className={styles.list}>
      {isEmpty && (
        <p>
          <Trans>Everything kept on this device is sent.</Trans>
        </p>
      )}
      <Entries title={<Trans>Needs attention</Trans>} entries={attention} names={names} />
      <Entries title={<Trans>Waiting to be sent</Trans>} entries={waiting} names={names} />
      <OfOthers count={view.ofOthers} />
    </div>
  )
}

interface EntriesProps {
  readonly title: ReactNode
  readonly entries: readonly OwnEntry[]
  readonly names: ReadonlyMap<string, string>
}

function Entries({ title, entries, names }: EntriesProps) {
  if (entries.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <WaitingEntry key={entry.id} entry={entry} names={names} />
        ))}
      </ul>
    </section>
  )
}

function OfOthers({ count }: { readonly count: number }) {
  const access = useAccess()
  const [sent, setSent] = useState<number>()
  const [isBusy, setIsBusy] = useState(false)
  const roles = access.state === 'open' ? access.person.roles : []
  const canSendOn = roles.includes('administrator') || roles.includes('centre_administrator')
  const sendOn = async () => {
    setIsBusy(true)
    setSent(await device().sendOthersOn())
    setIsBusy(false)
  }
  // What was sent on is said after the last of them has left.
  if (count === 0 && sent === undefined) return null
  return (
    <section>
      <h2>
        <Trans>Of colleagues</Trans>
      </h2>
      {count > 0 && (
        <p>
          <Plural
            value={count}
            one="# waits on this device for a colleague. Only they can read it; it is sent when they are here."
            other="# wait on this device for colleagues. Only they can read them; they are sent when they are here."
          />
        </p>
      )}
      {canSendOn && count > 0 && (
        <Button onPress={() => void sendOn()} isPending={isBusy}>
          <Trans>Send on for them, unseen</Trans>
        </Button>
      )}
      <p role="status">{sent !== undefined && <Plural value={sent} one="# was sent on." other="# were sent on." />}</p>
    </section>
  )
}

/** Names of learners from the last answer of the day; without one, an entry is known by its words and time. */
function useLearnerNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const recalled = device().answers.recall(captureDay, {})
    recalled.then(
      (kept) => setNames(new Map(kept?.answer.learners.map(({ id, name }) => [id, name]))),
      () => undefined,
    )
  }, [])
  return names
}
