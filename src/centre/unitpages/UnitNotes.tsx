// Notes and planning of a unit, as the logbook has a page for them: candidate, assessor and tutor write, each under their name.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { pageReasons, useTakeNoteBack, useWriteNote } from './client.ts'
import { type UnitNote, unitNoteWrite } from './contract.ts'
import styles from './UnitNotes.module.css'

interface UnitNotesProps {
  readonly registrationId: string
  readonly notes: readonly UnitNote[]
  readonly personId: string
  readonly canWrite: boolean
}

export function UnitNotes({ registrationId, notes, personId, canWrite }: UnitNotesProps) {
  return (
    <section className={styles.section} aria-labelledby="page-notes">
      <h2 id="page-notes">
        <Trans>Notes and planning</Trans>
      </h2>
      {notes.map((note) => (
        <Note key={note.id} note={note} isOwn={canWrite && note.writtenById === personId} />
      ))}
      {canWrite && <WriteNote key={notes.length} registrationId={registrationId} />}
      <div className={styles.lines} aria-hidden="true" />
    </section>
  )
}

function Note({ note: { id, text, writtenByName, writtenAt }, isOwn }: { readonly note: UnitNote; readonly isOwn: boolean }) {
  const { t } = useLingui()
  const days = useDays()
  const takeBack = useTakeNoteBack()
  const words = useRefusalWords(pageReasons)
  const when = days.moment(writtenAt)
  return (
    <div className={styles.note}>
      <p className={styles.text}>{text}</p>
      <p className={styles.soft}>
        {writtenByName}, {when}
      </p>
      {takeBack.refusal !== undefined && <Notice kind="bad">{words(takeBack.refusal)}</Notice>}
      {isOwn && (
        <span className={styles.screenOnly}>
          <Button size="small" kind="quiet" aria-label={t`Take this note back: ${when}`} onPress={() => void takeBack.send({ noteId: id })}>
            <Trans>Take back</Trans>
          </Button>
        </span>
      )}
    </div>
  )
}

function WriteNote({ registrationId }: { readonly registrationId: string }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const write = useWriteNote()
  const words = useRefusalWords(pageReasons)
  const form = useForm({ text: { shape: unitNoteWrite.input.shape.text, wanted: t`Write the note` } })
  const send = form.submit(async ({ text }) => {
    const reply = await write({ id, registrationId, text })
    return 'refusal' in reply ? problemsOf(reply.refusal, words) : undefined
  })
  return (
    <form onSubmit={send} noValidate className={styles.screenOnly}>
      <Stack gap="small">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextAreaField
          {...form.field('text')}
          label={<Trans>A new note</Trans>}
          hint={<Trans>It belongs to the unit, and is signed with it. No child’s name.</Trans>}
          maxLength={3000}
          width="full"
        />
        <div>
          <Button type="submit" isPending={form.isSending}>
            <Trans>Keep the note</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  )
}
