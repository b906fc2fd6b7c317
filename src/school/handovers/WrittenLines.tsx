// The lines under one heading while a handover is written: change one, take one out, add one of one's own.
import { Trans, useLingui } from '@lingui/react/macro'
import { Pencil, Plus, X } from 'lucide-react'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { type HandoverLearners, newLine, typedLine, type WrittenLine } from './client.ts'
import { handoverReasons } from './HandoverWords.tsx'
import styles from './WrittenLines.module.css'

interface WrittenLinesProps {
  readonly heading: WrittenLine['heading']
  readonly title: string
  readonly lines: readonly WrittenLine[]
  readonly learners: HandoverLearners
  /** Puts a line in the place of the one of the same id, or at the end. */
  readonly onKeep: (line: WrittenLine) => void
  readonly onRemove: (id: string) => void
}

export function WrittenLines({ heading, title, lines, learners, onKeep, onRemove }: WrittenLinesProps) {
  const { t } = useLingui()
  const [editing, setEditing] = useState<WrittenLine>()
  const [adder, goBack] = useWayBack()
  const close = () => {
    setEditing(undefined)
    goBack()
  }
  const keep = (line: WrittenLine) => {
    onKeep(line)
    close()
  }
  const remove = (id: string) => {
    onRemove(id)
    goBack()
  }
  const form = editing !== undefined && <LineForm title={title} line={editing} learners={learners} onKeep={keep} onCancel={close} />
  const isNew = editing !== undefined && lines.every(({ id }) => id !== editing.id)
  return (
    <div className={styles.part}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id} className={styles.line}>
            {editing?.id === line.id ? (
              form
            ) : (
              <>
                <span className={styles.words}>{line.wording}</span>
                <IconButton icon={Pencil} label={t`Change: ${line.wording}`} onPress={() => setEditing(line)} />
                <IconButton icon={X} label={t`Take out: ${line.wording}`} onPress={() => remove(line.id)} />
              </>
            )}
          </li>
        ))}
      </ul>
      {isNew
        ? form
        : editing === undefined && (
            <Button
              id={adder}
              kind="quiet"
              size="small"
              icon={Plus}
              aria-label={t`Add a line: ${title}`}
              onPress={() => setEditing(newLine(heading))}
            >
              <Trans>Add a line</Trans>
            </Button>
          )}
    </div>
  )
}

/** A form or a line goes, and the focus with it: it comes back to the button of this id, once that is there again. */
function useWayBack(): readonly [id: string, goBack: () => void] {
  const id = useId()
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (times > 0) document.getElementById(id)?.focus()
  }, [times, id])
  return [id, () => setTimes((before) => before + 1)]
}

interface LineFormProps {
  readonly title: string
  readonly line: WrittenLine
  readonly learners: HandoverLearners
  readonly onKeep: (line: WrittenLine) => void
  readonly onCancel: () => void
}

function LineForm({ title, line, learners, onKeep, onCancel }: LineFormProps) {
  const { t } = useLingui()
  const refusalWords = useRefusalWords(handoverReasons)
  const [text, setText] = useState(line.wording)
  const [problem, setProblem] = useState<string>()
  const stop = useWorryStop([text], () => setText(''))
  const keep = () => {
    if (text.trim() === '') return setProblem(t`Write a few words`)
    const kept = typedLine(line, text, learners)
    if ('code' in kept) setProblem(refusalWords(kept))
    else onKeep(kept)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextAreaField
        name={`handover-${line.id}`}
        label={<Trans>A line on {title}</Trans>}
        hint={<Trans>A fact, about one child or about the group</Trans>}
        error={problem}
        value={text}
        onChange={setText}
        maxLength={300}
        rows={2}
        width="full"
        autoFocus
      />
      <div className={styles.acts}>
        <Button type="submit" size="small" kind="primary">
          <Trans>Keep</Trans>
        </Button>
        <Button size="small" onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
