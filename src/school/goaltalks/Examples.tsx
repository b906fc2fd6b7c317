// A good example and a weaker one beside each other, and what makes the good one good, as the group names it.
import { Trans, useLingui } from '@lingui/react/macro'
import { Maximize2, X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import type { GoalExample } from './contract.ts'
import { ExampleForm } from './ExampleForm.tsx'
import { ExamplePicture } from './ExamplePicture.tsx'
import styles from './Examples.module.css'
import { ExamplesForChildren } from './ExamplesForChildren.tsx'
import { FeatureForm } from './FeatureForm.tsx'

export interface ExamplesProps {
  readonly goal: { readonly id: string; readonly wording: string }
  /** Of this goal. */
  readonly examples: readonly GoalExample[]
  /** Names that must stand in no example. */
  readonly learnerNames: readonly string[]
  /** Undefined for those who only read. */
  readonly onAdd: ((example: Omit<GoalExample, 'id' | 'goalId'>) => void) | undefined
  readonly onRemove: (example: GoalExample) => void
}

export function Examples({ goal, examples, learnerNames, onAdd, onRemove }: ExamplesProps) {
  const [isShown, setIsShown] = useState(false)
  const features = examples.filter(({ part }) => part === 'feature')
  return (
    <div className={styles.examples}>
      <div className={styles.pair}>
        {(['good', 'weaker'] as const).map((part) => (
          <One key={part} part={part} example={examples.find((one) => one.part === part)} learnerNames={learnerNames} onAdd={onAdd} />
        ))}
      </div>
      <Features features={features} onRemove={onAdd && onRemove} />
      {onAdd !== undefined && (
        <FeatureForm goalId={goal.id} learnerNames={learnerNames} onAdd={(words) => onAdd({ part: 'feature', words, drawing: null })} />
      )}
      {examples.length > 0 && (
        <div>
          <Button icon={Maximize2} onPress={() => setIsShown(true)}>
            <Trans>Show to the children</Trans>
          </Button>
        </div>
      )}
      {isShown && <ExamplesForChildren goal={goal} examples={examples} onClose={() => setIsShown(false)} />}
    </div>
  )
}

interface OneProps extends Pick<ExamplesProps, 'learnerNames' | 'onAdd'> {
  readonly part: 'good' | 'weaker'
  readonly example: GoalExample | undefined
}

function One({ part, example, learnerNames, onAdd }: OneProps) {
  const { t } = useLingui()
  const [isEditing, setIsEditing] = useState(false)
  const title = part === 'good' ? t`A good one` : t`A weaker one`
  const act = part === 'good' ? t`Make a good example` : t`Make a weaker example`
  const change = part === 'good' ? t`Change the good example` : t`Change the weaker example`
  return (
    <section className={styles.one} aria-label={title}>
      <h4>{title}</h4>
      {example === undefined ? (
        <p className={styles.none}>
          <Trans>Nothing to show yet</Trans>
        </p>
      ) : (
        <ExamplePicture example={example} label={title} />
      )}
      {onAdd !== undefined && (
        <div>
          <Button size="small" kind="quiet" onPress={() => setIsEditing(true)}>
            {example === undefined ? act : change}
          </Button>
        </div>
      )}
      {isEditing && onAdd !== undefined && (
        <ExampleForm
          title={title}
          part={part}
          example={example}
          learnerNames={learnerNames}
          onKeep={(next) => {
            setIsEditing(false)
            onAdd(next)
          }}
          onClose={() => setIsEditing(false)}
        />
      )}
    </section>
  )
}

interface FeaturesProps {
  readonly features: readonly GoalExample[]
  readonly onRemove: ((example: GoalExample) => void) | undefined
}

function Features({ features, onRemove }: FeaturesProps) {
  const { t } = useLingui()
  if (features.length === 0) return null
  return (
    <div className={styles.features}>
      <h4>
        <Trans>What makes it good</Trans>
      </h4>
      <ul>
        {features.map((feature) => {
          const words = feature.words ?? ''
          return (
            <li key={feature.id}>
              <span className={styles.feature}>
                {words}
                {onRemove !== undefined && <IconButton icon={X} label={t`Take away: ${words}`} onPress={() => onRemove(feature)} />}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
