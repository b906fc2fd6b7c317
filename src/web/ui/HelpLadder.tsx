// How much help: five buttons in the thumb's reach, one tap keeps it for everyone who is picked.
import { useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import { memo } from 'react'
import { classes } from './classes.ts'
import styles from './HelpLadder.module.css'
import { type HelpLevel, helpIcons, helpLevels, helpWords } from './help.ts'
import { Tap } from './Tap.tsx'

interface HelpLadderProps {
  /** While nobody is picked. */
  readonly isDisabled?: boolean
  readonly onChoose: (level: HelpLevel) => void
}

/** Drawn anew only when a property changes: give it a handler that stays the same. */
export const HelpLadder = memo(function HelpLadder({ isDisabled = false, onChoose }: HelpLadderProps) {
  const { t } = useLingui()
  return (
    <fieldset aria-label={t`Level of help`} className={styles.ladder}>
      {helpLevels.map((level) => {
        const Icon = helpIcons[level]
        return (
          <Tap key={level} isDisabled={isDisabled} onPress={() => onChoose(level)} className={classes(styles.level)}>
            <Icon aria-hidden="true" />
            {t(helpWords[level])}
          </Tap>
        )
      })}
    </fieldset>
  )
})

/** A level as a mark: picture and word. */
export function HelpMark({ level }: { readonly level: HelpLevel }) {
  const { t } = useLingui()
  const Icon = helpIcons[level]
  return (
    <span className={styles.mark}>
      <Icon aria-hidden="true" />
      {t(helpWords[level])}
    </span>
  )
}

/** Marks in the order in which they were made, an arrow between: "Prompt → Clue". */
export function HelpMarks({ levels }: { readonly levels: readonly HelpLevel[] }) {
  const { t } = useLingui()
  return (
    <span className={styles.marks}>
      {levels.map((level, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level may come twice; marks are only added at the end
        <span key={place} className={styles.marks}>
          {place > 0 && <ArrowRight role="img" aria-label={t`then`} aria-hidden="false" data-mirrors="" />}
          <HelpMark level={level} />
        </span>
      ))}
    </span>
  )
}
