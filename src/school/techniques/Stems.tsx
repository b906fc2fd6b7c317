// Open questions to begin with, by what they are for.
import { useLingui } from '@lingui/react/macro'
import { stems } from './client.ts'
import styles from './Stems.module.css'

export function Stems() {
  const { t } = useLingui()
  return (
    <dl className={styles.stems}>
      {stems.map(([kind, questions]) => (
        <div key={kind.id}>
          <dt>{t(kind)}</dt>
          {questions.map((question) => (
            <dd key={question.id}>{t(question)}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
