// Because we looked: one sentence of what changed for whom; one's own so far, with and without the name.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { handoverReasons } from '../handovers/HandoverWords.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import styles from './BecauseWeLooked.module.css'
import { type ExampleAct, type ExampleLearners, type ExampleSession, exampleOf, keepExample, useExamples } from './client.ts'
import type { LookedExample, NewExample } from './contract.ts'

interface BecauseWeLookedProps {
  readonly session: ExampleSession
  readonly learners: ExampleLearners
}

export function BecauseWeLooked({ session, learners }: BecauseWeLookedProps) {
  const asked = useExamples(session, learners)
  const [act, setAct] = useState<ExampleAct>()
  // That an answer is kept and not fresh, the page says once.
  if (asked.state !== 'answered') return <AskedView asked={asked}>{() => null}</AskedView>
  return (
    <div className={styles.part}>
      <ExampleForm sessionId={session.id} learners={learners} onKeep={(example) => void keepExample(session, example).then(setAct)} />
      {asked.answer.length > 0 && (
        <ul className={styles.list}>
          {asked.answer.map((example) => (
            <Example key={example.id} example={example} />
          ))}
        </ul>
      )}
      <UndoBar act={act} said={<Trans>Kept</Trans>} onUndo={() => void act?.undo().then(() => setAct(undefined))} />
    </div>
  )
}

function Example({ example: { wording, nameless, groupName, sessionStartedAt } }: { readonly example: LookedExample }) {
  const days = useDays()
  return (
    <li className={styles.example}>
      <p>{wording ?? nameless}</p>
      {wording !== null && wording !== nameless && (
        <p className={styles.about}>
          <Trans>Without the name: {nameless}</Trans>
        </p>
      )}
      <p className={styles.about}>
        {groupName}, {days.moment(sessionStartedAt)}
      </p>
    </li>
  )
}

interface ExampleFormProps {
  readonly sessionId: string
  readonly learners: ExampleLearners
  readonly onKeep: (example: NewExample) => void
}

function ExampleForm({ sessionId, learners, onKeep }: ExampleFormProps) {
  const { t } = useLingui()
  const refusalWords = useRefusalWords(handoverReasons)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const stop = useWorryStop([text], () => setText(''))
  const keep = () => {
    if (text.trim() === '') return setProblem(t`Write a few words`)
    const example = exampleOf(text, sessionId, learners, new Date())
    if ('code' in example) return setProblem(refusalWords(example))
    setText('')
    setProblem(undefined)
    onKeep(example)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextAreaField
        name="because-we-looked"
        label={<Trans>What changed for a child because you looked?</Trans>}
        hint={<Trans>One sentence, about one child. Only you see it.</Trans>}
        error={problem}
        value={text}
        onChange={setText}
        maxLength={240}
        rows={2}
        width="full"
      />
      <div className={styles.acts}>
        <Button type="submit" size="small">
          <Trans>Keep</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
