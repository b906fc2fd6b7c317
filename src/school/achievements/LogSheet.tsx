// A learner's log as a page of an exercise book, for the child to read and to take home on paper.
import { Trans, useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useDays } from '../../web/days.ts'
import { IconButton } from '../../web/ui/Button.tsx'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import type { ShownAchievement, ShownLog } from './client.ts'
import styles from './LogSheet.module.css'

interface LogSheetProps {
  readonly log: ShownLog
  /** Takes an entry out; undefined for those who may not. */
  readonly onTakeOut: ((entry: ShownAchievement) => void) | undefined
}

export function LogSheet({ log, onTakeOut }: LogSheetProps) {
  const { t } = useLingui()
  const days = useDays()
  const { learner, entries } = log
  return (
    <section data-audience="child" className={styles.sheet} aria-label={t`The log of ${learner.name}`}>
      <div className={styles.label}>
        <LearnerSymbol name={symbolNamed(learner.symbol)} of={learner.name} />
        <div>
          <p className={styles.name}>{learner.name}</p>
          <p>
            <Trans>What I can do now</Trans>
          </p>
        </div>
      </div>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <p className={styles.words}>{entry.words}</p>
            <p className={styles.day}>
              {days.day(entry.achievedOn)}
              {entry.isWaiting && (
                <span className={styles.waiting}>
                  {' '}
                  <Trans>Not sent yet</Trans>
                </span>
              )}
            </p>
            {onTakeOut !== undefined && (
              <div className={styles.corner}>
                <IconButton icon={Trash2} label={t`Take out: ${entry.words}`} onPress={() => onTakeOut(entry)} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
