// Learners in a brief: whom to leave alone first, what helps each, and what is to be minded with them today. Each note is about one learner.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button, TextLink } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { useSourceWords } from './BriefWords.tsx'
import { type BriefSession, keepNote, type ShownBrief, type ShownNote, takeNoteAway } from './client.ts'
import { type BriefLearner, BriefSource } from './contract.ts'
import styles from './LearnerNotes.module.css'

interface LearnerNotesProps {
  readonly brief: ShownBrief
  readonly session: BriefSession
  readonly canWrite: boolean
  readonly learnerHref: (id: string) => string
}

/** A support group is shown whole. */
const shortList = 8

export function LearnerNotes({ brief, session, canWrite, learnerHref }: LearnerNotesProps) {
  const { i18n } = useLingui()
  const [isWhole, setIsWhole] = useState(false)
  if (brief.learners.length === 0) return null
  // A whole class is too long to be read before a lesson: whom nothing is said of stands behind one tap.
  const isShown = (one: BriefLearner) => brief.learners.length <= shortList || isSaid(brief, one)
  const known = brief.learners.filter(isShown)
  const others = brief.learners.filter((one) => !isShown(one))
  const alone = brief.learners.filter(({ id }) => isLeftAlone(brief, id))
  const names = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(alone.map(({ name }) => name))
  return (
    <Card title={<Trans>Learners</Trans>}>
      {alone.length > 0 && (
        <p className={styles.alone}>
          <Trans>Leave alone first: {names}</Trans>
        </p>
      )}
      <List {...{ brief, session, canWrite, learnerHref }} learners={known} />
      {others.length > 0 && (
        <div className={styles.others}>
          <Button size="small" kind="quiet" aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
            {known.length === 0 ? <Trans>Show the learners</Trans> : <Trans>Show the others</Trans>}
          </Button>
          {isWhole && <List {...{ brief, session, canWrite, learnerHref }} learners={others} />}
        </div>
      )}
    </Card>
  )
}

/** Something that one should know of a learner before this lesson. */
function isSaid(brief: ShownBrief, { id, whatHelps }: BriefLearner): boolean {
  return whatHelps !== null || brief.learnerNotes.some(({ learnerId }) => learnerId === id)
}

function List({ brief, session, canWrite, learnerHref, learners }: LearnerNotesProps & { readonly learners: readonly BriefLearner[] }) {
  const [writing, setWriting] = useState<string>()
  return (
    <ul className={styles.list}>
      {learners.map((learner) => (
        <li key={learner.id} className={styles.learner}>
          <LearnerSymbol name={symbolNamed(learner.symbol)} of={learner.name} size="small" />
          <div className={styles.about}>
            <p className={styles.name}>
              <TextLink href={learnerHref(learner.id)}>{learner.name}</TextLink>
            </p>
            {learner.whatHelps !== null && <p>{learner.whatHelps}</p>}
            <Notes
              learner={learner}
              brief={brief}
              session={session}
              isWriting={writing === learner.id}
              onWrite={canWrite ? (isOn) => setWriting(isOn ? learner.id : undefined) : undefined}
            />
          </div>
          {canWrite && writing !== learner.id && <Write learner={learner} brief={brief} onPress={() => setWriting(learner.id)} />}
        </li>
      ))}
    </ul>
  )
}

function isLeftAlone(brief: ShownBrief, learnerId: string): boolean {
  return brief.learnerNotes.some((note) => note.kind === 'leave_alone' && note.learnerId === learnerId)
}

interface NotesProps {
  readonly learner: BriefLearner
  readonly brief: ShownBrief
  readonly session: BriefSession
  readonly isWriting: boolean
  readonly onWrite: ((isOn: boolean) => void) | undefined
}

function Notes({ learner, brief, session, isWriting, onWrite }: NotesProps) {
  const notes = notesOn(brief, learner.id)
  if (isWriting && onWrite !== undefined) {
    return <NoteForm learner={learner} session={session} before={notes[0]} brief={brief} onDone={() => onWrite(false)} />
  }
  return notes.map((note) => <Note key={note.id} note={note} />)
}

const notesOn = (brief: ShownBrief, id: string) => brief.learnerNotes.filter(({ kind, learnerId }) => kind === 'note' && learnerId === id)

function Write({ learner: { id, name }, brief, onPress }: Pick<NotesProps, 'learner' | 'brief'> & { readonly onPress: () => void }) {
  const { t } = useLingui()
  const isNew = notesOn(brief, id).length === 0
  return (
    <Button
      size="small"
      kind="quiet"
      aria-label={isNew ? t`Note for ${name} in this lesson` : t`Change the note for ${name}`}
      onPress={onPress}
    >
      {isNew ? <Trans>Note</Trans> : <Trans>Change</Trans>}
    </Button>
  )
}

function Note({ note }: { readonly note: ShownNote }) {
  const sources = useSourceWords()
  const { moment } = useDays()
  const { words, source, writtenByName, writtenAt, isWaiting } = note
  const from = sources[source]
  const when = moment(writtenAt)
  return (
    <div className={styles.note}>
      <p>{words}</p>
      <p className={styles.from}>
        <Trans>
          {from}, by {writtenByName}, {when}
        </Trans>
        {isWaiting && (
          <>
            {'. '}
            <Trans>Not sent yet</Trans>
          </>
        )}
      </p>
    </div>
  )
}

interface NoteFormProps {
  readonly learner: BriefLearner
  readonly brief: ShownBrief
  readonly session: BriefSession
  readonly before: ShownNote | undefined
  readonly onDone: () => void
}

function NoteForm({ learner, brief, session, before, onDone }: NoteFormProps) {
  const sources = useSourceWords()
  const [words, setWords] = useState(before?.words ?? '')
  const [source, setSource] = useState<BriefSource>(before?.source ?? 'profile')
  const [isAlone, setIsAlone] = useState(isLeftAlone(brief, learner.id))
  const stop = useWorryStop([words], () => setWords(''))
  const keep = async () => {
    const said = words.trim()
    if (said !== (before?.words ?? '') || (before !== undefined && source !== before.source)) {
      await keepNote(session, learner.id, { kind: 'note', words: said === '' ? null : said, source }, before)
    }
    await keepAlone(brief, session, learner.id, isAlone)
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(() => void keep())
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        name={`brief-note-${learner.id}`}
        label={<Trans>What to mind with {learner.name} today</Trans>}
        value={words}
        onChange={setWords}
        maxLength={200}
        width="full"
        autoFocus
      />
      <ChipGroup
        label={<Trans>Where it is from</Trans>}
        isNeeded
        chips={BriefSource.options.map((id) => ({ id, label: sources[id] }))}
        value={source}
        onChange={(id) => id !== undefined && setSource(id)}
      />
      <ChipGroup
        label={<Trans>First minutes</Trans>}
        chips={[{ id: 'alone', label: <Trans>Leave alone first</Trans> }]}
        value={isAlone ? 'alone' : undefined}
        onChange={(id) => setIsAlone(id === 'alone')}
      />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          <Trans>Keep</Trans>
        </Button>
        <Button size="small" onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}

/** Notes or takes away that a learner is to be left alone first, when that is new. */
async function keepAlone(brief: ShownBrief, session: BriefSession, learnerId: string, isAlone: boolean): Promise<void> {
  if (isAlone === isLeftAlone(brief, learnerId)) return
  if (isAlone) return keepNote(session, learnerId, { kind: 'leave_alone', words: null, source: 'plan' })
  const standing = brief.learnerNotes.filter((note) => note.kind === 'leave_alone' && note.learnerId === learnerId)
  for (const note of standing) await takeNoteAway(session, note)
}
