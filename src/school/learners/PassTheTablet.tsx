// Pass the tablet: each learner finds their name, chooses a symbol and hands on. Only names and symbols are on the screen.
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import type { SymbolName } from '../../core/symbols.ts'
import { device } from '../../web/device.ts'
import { Button } from '../../web/ui/Button.tsx'
import { FullScreen } from '../../web/ui/FullScreen.tsx'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import { SymbolPicker } from '../../web/ui/SymbolPicker.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import { VisuallyHidden } from '../../web/ui/VisuallyHidden.tsx'
import type { GroupLearner } from './client.ts'
import { learnerChooseSymbol } from './contract.ts'
import styles from './PassTheTablet.module.css'

interface PassTheTabletProps {
  readonly learners: readonly GroupLearner[]
  /** Whose turn it is at first; otherwise everyone finds their name. */
  readonly first?: Id | undefined
  readonly onDone: () => void
}

export function PassTheTablet({ learners, first, onDone }: PassTheTabletProps) {
  const { t } = useLingui()
  const [turn, setTurn] = useState(first)
  const learner = learners.find(({ id }) => id === turn)
  return (
    <FullScreen label={t`Choose your symbol`}>
      <div className={styles.page} data-audience="child">
        {learner === undefined ? (
          <FindYourName learners={learners} onChoose={setTurn} onDone={onDone} />
        ) : (
          <ChooseYours key={learner.id} learner={learner} learners={learners} onNext={() => setTurn(undefined)} />
        )}
      </div>
    </FullScreen>
  )
}

interface FindYourNameProps {
  readonly learners: readonly GroupLearner[]
  readonly onChoose: (id: Id) => void
  readonly onDone: () => void
}

function FindYourName({ learners, onChoose, onDone }: FindYourNameProps) {
  const heading = useFocusedHeading()
  return (
    <>
      <div className={styles.who}>
        <h1 ref={heading} tabIndex={-1}>
          <Trans>Find your name</Trans>
        </h1>
      </div>
      <ul className={styles.line}>
        {learners.map(({ id, name, symbol }) => (
          <li key={id}>
            <button type="button" className={styles.learner} onClick={() => onChoose(id)} {...(symbol === null ? {} : { 'data-done': '' })}>
              <LearnerSymbol name={symbolNamed(symbol)} of={name} />
              {name}
              {symbol !== null && (
                <>
                  <Check aria-hidden="true" className={styles.tick} />
                  <VisuallyHidden>
                    <Trans>has a symbol</Trans>
                  </VisuallyHidden>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button onPress={onDone}>
          <Trans>Back to the group</Trans>
        </Button>
      </div>
    </>
  )
}

interface ChooseYoursProps {
  readonly learner: GroupLearner
  readonly learners: readonly GroupLearner[]
  readonly onNext: () => void
}

function ChooseYours({ learner, learners, onNext }: ChooseYoursProps) {
  const { t } = useLingui()
  const heading = useFocusedHeading()
  const { name } = learner
  const taken = new Set(learners.filter(({ id }) => id !== learner.id).flatMap(({ symbol }) => symbolNamed(symbol) ?? []))
  const choose = (symbol: SymbolName) => void device().outbox.add(learnerChooseSymbol, { learnerId: learner.id, symbol })
  return (
    <>
      <div className={styles.who}>
        <LearnerSymbol name={symbolNamed(learner.symbol)} of={name} size="large" />
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
      </div>
      <SymbolPicker label={t`Which one is yours?`} value={symbolNamed(learner.symbol)} onChange={choose} taken={taken} />
      <div className={styles.foot}>
        <Button kind="primary" onPress={onNext}>
          <Trans>Ready. Pass it on</Trans>
        </Button>
      </div>
    </>
  )
}

/** A new turn begins at its heading, for those who hear the page. */
function useFocusedHeading() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
