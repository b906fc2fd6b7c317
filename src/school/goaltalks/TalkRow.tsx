// One learner and one goal: own words, the criterion they chose, how they understood it; each one tap. The rest is behind "More".
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import type { SymbolName } from '../../core/symbols.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import type { SuccessCriterion } from '../goals/contract.ts'
import type { ShownWording } from './client.ts'
import type { OwnWording, Settled } from './contract.ts'
import { OwnWords } from './OwnWords.tsx'
import { ShortWords } from './ShortWords.tsx'
import styles from './TalkRow.module.css'
import { useAgreedWords, useUnderstoodWords } from './TalkWords.tsx'

export interface TalkLearner {
  readonly id: Id
  readonly name: string
  readonly symbol: SymbolName | null
}

/** What holds for one learner. */
export interface TalkState {
  readonly said: ShownWording | undefined
  readonly settled: readonly Settled[]
}

export interface TalkRowProps extends TalkState {
  readonly learner: TalkLearner
  readonly goal: { readonly id: Id; readonly wording: string; readonly criteria: readonly SuccessCriterion[] }
  /** Undefined for those who only read. */
  readonly onSettle: ((settled: Settled) => void) | undefined
  readonly onSay: (said: OwnWording) => void
  /** What the stage expects, where they start, and now. */
  readonly sideBySide: ReactNode
}

export function TalkRow({ learner, goal, said, settled, onSettle, onSay, sideBySide }: TalkRowProps) {
  const [isOpen, setIsOpen] = useState(false)
  const helps = wordsIn(settled, 'helps')
  return (
    <section className={styles.row} aria-label={learner.name}>
      <div className={styles.who}>
        <LearnerSymbol name={learner.symbol} of={learner.name} />
        <h4>{learner.name}</h4>
        <MoreButton name={learner.name} isOpen={isOpen} onPress={() => setIsOpen(!isOpen)} />
      </div>
      <OwnWords learner={learner} goal={goal} said={said} onSay={onSettle && onSay} />
      <Choices goal={goal} settled={settled} onSettle={onSettle} />
      {helps !== null && (
        <p className={styles.helps}>
          <Trans>Helps with this goal: {helps}</Trans>
        </p>
      )}
      {isOpen && (
        <div className={styles.more}>
          {sideBySide}
          {onSettle !== undefined && <MoreFields learner={learner} settled={settled} onSettle={onSettle} />}
        </div>
      )}
    </section>
  )
}

function MoreButton({ name, isOpen, onPress }: { readonly name: string; readonly isOpen: boolean; readonly onPress: () => void }) {
  const { t } = useLingui()
  return (
    <Button size="small" kind="quiet" aria-expanded={isOpen} aria-label={t`Start and now: ${name}`} onPress={onPress}>
      <Trans>Start and now</Trans>
    </Button>
  )
}

type ChoicesProps = Pick<TalkRowProps, 'goal' | 'settled' | 'onSettle'>

function Choices({ goal, settled, onSettle }: ChoicesProps) {
  const chosen = settled.find((one) => one.about === 'criterion')?.criterionId ?? undefined
  const understood = settled.find((one) => one.about === 'understood')?.choice ?? undefined
  const words = useUnderstoodWords()
  if (onSettle === undefined) {
    const criterion = goal.criteria.find(({ id }) => id === chosen)?.childText
    const said = words.find(([id]) => id === understood)?.[1]
    return <p className={styles.read}>{[criterion, said].filter((one) => one !== undefined).join(' · ')}</p>
  }
  return (
    <div className={styles.choices}>
      <ChipGroup
        label={<Trans>Chose to work on</Trans>}
        chips={goal.criteria.map(({ id, position, shortName }) => ({ id, label: `${position} ${shortName}` }))}
        value={chosen}
        onChange={(criterionId) => onSettle({ about: 'criterion', criterionId: criterionId ?? null })}
      />
      <ChipGroup
        label={<Trans>Understood the goal</Trans>}
        chips={words.map(([id, label]) => ({ id, label }))}
        value={understood}
        onChange={(choice) => onSettle({ about: 'understood', choice: choice ?? null })}
      />
    </div>
  )
}

interface MoreFieldsProps {
  readonly learner: TalkLearner
  readonly settled: readonly Settled[]
  readonly onSettle: (settled: Settled) => void
}

function MoreFields({ learner, settled, onSettle }: MoreFieldsProps) {
  const agreed = settled.find((one) => one.about === 'agreed')?.choice ?? undefined
  const words = useAgreedWords()
  return (
    <>
      <ChipGroup
        label={<Trans>How it was agreed</Trans>}
        chips={words.map(([id, label]) => ({ id, label }))}
        value={agreed}
        onChange={(choice) => onSettle({ about: 'agreed', choice: choice ?? null })}
      />
      <ShortWords
        name={`helps-${learner.id}`}
        label={<Trans>Helps with this goal</Trans>}
        hint={<Trans>A step card or word mat: look, try, compare</Trans>}
        value={wordsIn(settled, 'helps')}
        maxLength={200}
        onKeep={(text) => onSettle({ about: 'helps', words: text })}
      />
      <ShortWords
        name={`start-${learner.id}`}
        label={<Trans>Where we start</Trans>}
        hint={<Trans>What they can do already, for this goal</Trans>}
        value={wordsIn(settled, 'start')}
        maxLength={300}
        onKeep={(text) => onSettle({ about: 'start', words: text })}
      />
    </>
  )
}

function wordsIn(settled: readonly Settled[], about: 'helps' | 'start'): string | null {
  for (const one of settled) if (one.about === about) return one.words
  return null
}
