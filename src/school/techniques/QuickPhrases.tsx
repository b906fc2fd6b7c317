// The school's quick phrases: one tap writes one into what was seen.
import { useLingui } from '@lingui/react/macro'
import { Button } from '../../web/ui/Button.tsx'
import styles from './QuickPhrases.module.css'

interface QuickPhrasesProps {
  readonly phrases: readonly string[]
  readonly onChoose: (phrase: string) => void
}

export function QuickPhrases({ phrases, onChoose }: QuickPhrasesProps) {
  const { t } = useLingui()
  if (phrases.length === 0) return null
  return (
    <ul className={styles.phrases} aria-label={t`Quick phrases`}>
      {phrases.map((phrase) => (
        <li key={phrase}>
          <Button size="small" onPress={() => onChoose(phrase)}>
            {phrase}
          </Button>
        </li>
      ))}
    </ul>
  )
}
