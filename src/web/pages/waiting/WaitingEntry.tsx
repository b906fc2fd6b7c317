// One entry that has not left: what, for whom, when, and what a person may do about it.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { learnerObservationCorrect, learnerObservationRecord } from '../../../school/observations/contract.ts'
import { useWorryStop } from '../../../school/safeguarding/WorryStop.tsx'
import { useDays } from '../../days.ts'
import { device } from '../../device.ts'
import type { OwnEntry } from '../../offline/outbox-view.ts'
import { Button } from '../../ui/Button.tsx'
import { TextAreaField } from '../../ui/Field.tsx'
import { type Mend, mended, mendFor, rewritten, type Written, writtenIn } from './mending.ts'
import styles from './waiting.module.css'
import { isObservation, kindOf, learnerIdOf, notedIn, reasonWords } from './words.ts'

export function WaitingEntry({ entry, names }: { readonly entry: OwnEntry; readonly names: ReadonlyMap<string, string> }) {
  const { t } = useLingui()
  const { moment } = useDays()
  const [isEditing, setIsEditing] = useState(false)
  const learner = names.get(learnerIdOf(entry) ?? '')
  const noted = notedIn(entry)
  return (
    <li className={styles.entry}>
      <p className={styles.what}>
        {t(kindOf(entry))}
        {learner !== undefined && `, ${learner}`}
      </p>
      {noted !== undefined && <p>“{noted}”</p>}
      <p className={styles.when}>{moment(entry.addedAt)}</p>
      <Fate entry={entry} />
      {isEditing ? (
        <EditWords entry={entry} onDone={() => setIsEditing(false)} />
      ) : (
        <Acts entry={entry} onEdit={() => setIsEditing(true)} />
      )}
    </li>
  )
}

function Fate({ entry }: { readonly entry: OwnEntry }) {
  const { t } = useLingui()
  if (entry.state === 'discarded')
    return (
      <p role="status">
        <Trans>Discarded. It goes when you leave this page.</Trans>
      </p>
    )
  if (entry.reason !== undefined) return <p className={styles.reason}>{t(reasonWords(entry.reason))}</p>
  if (entry.isHeldBack)
    return (
      <p>
        <Trans>Waits for another that needs attention.</Trans>
      </p>
    )
  return null
}

function Acts({ entry, onEdit }: { readonly entry: OwnEntry; readonly onEdit: () => void }) {
  const { outbox } = device()
  const { state, id } = entry
  if (state === 'discarded')
    return (
      <Button size="small" onPress={() => void outbox.restore(id)}>
        <Trans>Undo</Trans>
      </Button>
    )
  if (state === 'erased')
    return (
      <Button size="small" onPress={() => void outbox.discard(id)}>
        <Trans>Seen, take it off the list</Trans>
      </Button>
    )
  const mend = entry.reason && isObservation(entry) ? mendFor(entry.reason) : undefined
  const canRead = entry.input !== undefined
  return (
    <div className={styles.acts}>
      {mend !== undefined && canRead && <MendButton entry={entry} mend={mend} />}
      {entry.canEdit && canRead && isObservation(entry) && (
        <Button size="small" onPress={onEdit}>
          <Trans>Edit</Trans>
        </Button>
      )}
      {state === 'held' && canRead && (
        <Button size="small" onPress={() => void outbox.retry(id)}>
          <Trans>Retry</Trans>
        </Button>
      )}
      {entry.canEdit && (
        <Button size="small" kind="quiet" onPress={() => void outbox.discard(id)}>
          <Trans>Discard</Trans>
        </Button>
      )}
    </div>
  )
}

function MendButton({ entry, mend }: { readonly entry: OwnEntry; readonly mend: Mend }) {
  return (
    <Button size="small" onPress={() => void replace(entry, mended(entry.input as object as Record<string, unknown>, mend))}>
      {mend === 'without_goal' && <Trans>Send without the goal</Trans>}
      {mend === 'without_session' && <Trans>Send without the session</Trans>}
      {mend === 'without_photo' && <Trans>Send without the photo</Trans>}
    </Button>
  )
}

function EditWords({ entry, onDone }: { readonly entry: OwnEntry; readonly onDone: () => void }) {
  const input = entry.input as object as Record<string, unknown>
  const [written, setWritten] = useState<Written>(() => writtenIn(input))
  const change = (part: keyof Written) => (value: string) => setWritten((before) => ({ ...before, [part]: value }))
  const stop = useWorryStop(Object.values(written), () => setWritten({ whatSeen: '', childWords: '', myView: '' }))
  const save = async () => {
    await replace(entry, rewritten(input, written))
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(() => void save())
  }
  const field = (part: keyof Written) => ({
    name: `${part}-${entry.id}`,
    value: written[part],
    onChange: change(part),
    width: 'full' as const,
  })
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextAreaField {...field('whatSeen')} label={<Trans>What was seen</Trans>} isOptional maxLength={400} autoFocus />
      <TextAreaField {...field('childWords')} label={<Trans>The child’s words</Trans>} isOptional maxLength={300} />
      <TextAreaField {...field('myView')} label={<Trans>My view</Trans>} isOptional maxLength={400} />
      <div className={styles.acts}>
        <Button kind="primary" size="small" type="submit">
          <Trans>Keep and send</Trans>
        </Button>
        <Button kind="quiet" size="small" onPress={onDone}>
          <Trans>Leave as it was</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}

/** The entry says something else from now on; what it depended on and is left out of it is no longer waited for. */
async function replace(entry: OwnEntry, input: Readonly<Record<string, unknown>>): Promise<void> {
  const { outbox } = device()
  const named = Object.values(input)
  const dependsOn = entry.dependsOn.filter((id) => named.includes(id))
  const command = entry.command === learnerObservationCorrect.name ? learnerObservationCorrect : learnerObservationRecord
  await outbox.edit(entry.id, command, input as never, { dependsOn })
}
