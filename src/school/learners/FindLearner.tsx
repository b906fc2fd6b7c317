// Find a learner of the school by name: names and groups alone, for those who look after records and read none.
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import { type ListedLearner, learnersNamed, useAllLearners } from './client.ts'
import styles from './FindLearner.module.css'

export function FindLearner({ onFind }: { readonly onFind: (learner: ListedLearner) => void }) {
  const asked = useAllLearners()
  const [words, setWords] = useState('')
  return (
    <div className={styles.find}>
      <Field
        name="learner-name"
        type="search"
        label={<Trans>Name of the learner</Trans>}
        value={words}
        onChange={setWords}
        autoComplete="off"
      />
      <AskedView asked={asked}>{(learners) => <Found learners={learnersNamed(learners, words)} onFind={onFind} />}</AskedView>
    </div>
  )
}

interface FoundProps {
  readonly learners: readonly ListedLearner[]
  readonly onFind: (learner: ListedLearner) => void
}

function Found({ learners, onFind }: FoundProps) {
  return (
    <>
      <p className={styles.count} role="status">
        <Plural value={learners.length} one="# learner" other="# learners" />
      </p>
      <ul className={styles.list}>
        {learners.map((learner) => (
          <li key={learner.id}>
            <button type="button" className={styles.learner} onClick={() => onFind(learner)}>
              <LearnerSymbol name={symbolNamed(learner.symbol)} of={learner.name} size="small" />
              <span>
                <span className={styles.name}>{learner.name}</span>
                <span className={styles.groups}>
                  {learner.groups.length === 0 ? <Trans>In no group</Trans> : learner.groups.join(', ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
