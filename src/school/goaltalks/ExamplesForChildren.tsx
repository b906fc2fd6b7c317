// The two examples on the whole screen, to be looked at together with children: which is the good one, and why?
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { FullScreen } from '../../web/ui/FullScreen.tsx'
import type { GoalExample } from './contract.ts'
import { ExamplePicture } from './ExamplePicture.tsx'
import styles from './ExamplesForChildren.module.css'

interface ExamplesForChildrenProps {
  readonly goal: { readonly wording: string }
  readonly examples: readonly GoalExample[]
  readonly onClose: () => void
}

/** Which one is good stands there only once it was asked: children look first. */
export function ExamplesForChildren({ goal, examples, onClose }: ExamplesForChildrenProps) {
  const { t } = useLingui()
  const [isTold, setIsTold] = useState(false)
  const shown = mixed(examples.filter(({ part }) => part !== 'feature'))
  const features = examples.filter(({ part }) => part === 'feature')
  const names = { good: t`The good one`, weaker: t`The one to make better` }
  return (
    <FullScreen label={t`Two examples`}>
      <div className={styles.page}>
        <div className={styles.head}>
          <h2>{goal.wording}</h2>
          <Button icon={X} onPress={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
        <div className={styles.pair}>
          {shown.map((example, place) => {
            const letter = place === 0 ? 'A' : 'B'
            const name = example.part === 'good' ? names.good : names.weaker
            return (
              <section key={example.id} className={styles.one} aria-label={t`Example ${letter}`}>
                <h3>
                  {letter}
                  {isTold && <span className={styles.told}>{name}</span>}
                </h3>
                <ExamplePicture example={example} label={t`Example ${letter}`} />
              </section>
            )
          })}
        </div>
        {isTold && features.length > 0 && (
          <section className={styles.features} aria-label={t`What makes it good`}>
            <h3>
              <Trans>What makes it good</Trans>
            </h3>
            <ul>
              {features.map(({ id, words }) => (
                <li key={id}>{words}</li>
              ))}
            </ul>
          </section>
        )}
        {!isTold && (
          <div className={styles.ask}>
            <p>
              <Trans>Which one is good? What makes it good?</Trans>
            </p>
            <Button kind="primary" onPress={() => setIsTold(true)}>
              <Trans>Show which</Trans>
            </Button>
          </div>
        )}
      </div>
    </FullScreen>
  )
}

/** Now the good one first, now the other, the same for one pair: children must look, not remember a place. */
function mixed(pair: readonly GoalExample[]): readonly GoalExample[] {
  const isTurned = pair.reduce((sum, { id }) => sum + Number.parseInt(id.slice(-1), 16), 0) % 2 === 1
  return isTurned ? pair.toReversed() : pair
}
