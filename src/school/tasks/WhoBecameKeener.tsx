// At the end of a session: who became keener? What was seen is chosen first, then whom it was seen of, one tap for each.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ChipGroup, ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import type { ShownSession } from '../sessions/contract.ts'
import { noteMotivation, type ShownTasks } from './client.ts'
import { motivationRefusal } from './rules.ts'
import styles from './WhoBecameKeener.module.css'

interface WhoBecameKeenerProps {
  readonly session: ShownSession
  readonly learners: readonly { readonly id: string; readonly name: string }[]
  readonly shown: ShownTasks
}

const own = 'own'

export function WhoBecameKeener({ session, learners, shown }: WhoBecameKeenerProps) {
  const { t } = useLingui()
  const phrases = usePhrases()
  const [phrase, setPhrase] = useState<string>()
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<'none' | 'trait'>()
  const stop = useWorryStop([words], () => setWords(''))
  const noted = shown.motivations.filter(({ sessionId }) => sessionId === session.id)
  const keener = noted.map(({ learnerId }) => learnerId)
  const seen = phrase === own ? words.trim() : (phrases.find(({ id }) => id === phrase)?.label ?? '')

  function choose(ids: readonly string[]): void {
    const less = keener.filter((id) => !ids.includes(id))
    const more = ids.filter((id) => !keener.includes(id))
    const found = less.length > 0 ? undefined : problemOf(seen)
    setProblem(found)
    if (less.length > 0) void noteMotivation(session, less, null)
    else if (found === undefined) stop.before(() => void noteMotivation(session, more, seen))
  }

  return (
    <div className={styles.panel}>
      <ChipGroup
        label={<Trans>What did you see?</Trans>}
        hint={<Trans>What a child did, not what a child is like.</Trans>}
        chips={[...phrases, { id: own, label: t`In other words` }]}
        value={phrase}
        onChange={(one) => {
          setPhrase(one)
          setProblem(undefined)
        }}
      />
      {phrase === own && (
        <div className={styles.own}>
          <Field
            name="keener-words"
            label={<Trans>What did the child do?</Trans>}
            value={words}
            onChange={setWords}
            maxLength={120}
            width="full"
          />
          {stop.button}
        </div>
      )}
      <ManyChips
        label={<Trans>Of whom? A tap keeps it, another takes it back.</Trans>}
        chips={learners.map(({ id, name }) => ({ id, label: name }))}
        value={keener}
        onChange={choose}
      />
      <p role="status" className={styles.problem}>
        {problem === 'none' && <Trans>Choose first what you saw</Trans>}
        {problem === 'trait' && <Trans>That says what a child is like. Say what the child did: asked for another one</Trans>}
      </p>
      <ul className={styles.noted}>
        {noted.map(({ learnerId, seen: said }) => (
          <li key={learnerId}>
            <b>{learners.find(({ id }) => id === learnerId)?.name}</b>: {said}
          </li>
        ))}
      </ul>
      {stop.dialogs}
    </div>
  )
}

function problemOf(seen: string): 'none' | 'trait' | undefined {
  if (seen === '') return 'none'
  const now = new Date()
  return motivationRefusal({ seen, notedAt: now.toISOString() }, now) === undefined ? undefined : 'trait'
}

/** Facts that practitioners see when a task has caught a child. */
function usePhrases(): readonly { readonly id: string; readonly label: string }[] {
  const { t } = useLingui()
  return [
    { id: 'another', label: t`Asked for another one` },
    { id: 'at_once', label: t`Started at once` },
    { id: 'went_on', label: t`Went on after the end` },
    { id: 'showed', label: t`Showed it to somebody` },
    { id: 'talked', label: t`Talked about it afterwards` },
  ]
}
