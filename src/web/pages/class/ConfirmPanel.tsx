// Those who are secure on a success criterion: the teacher confirms them as met, all or some, with one tap and one way back.
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import type { Cell, MapCriterion, MapLearner } from '../../../school/classmap/client.ts'
import { useStateWords } from '../../../school/observations/StateWords.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/Field.tsx'
import styles from './panel.module.css'

interface ConfirmPanelProps {
  readonly criterion: MapCriterion
  readonly learners: readonly MapLearner[]
  readonly stateOf: (learnerId: Id) => Pick<Cell, 'state' | 'helpLevel'>
  readonly onConfirm: ((learnerIds: readonly Id[]) => void) | undefined
}

export function ConfirmPanel({ criterion, learners, stateOf, onConfirm }: ConfirmPanelProps) {
  const words = useStateWords()
  const [left, setLeft] = useState<ReadonlySet<Id>>(new Set())
  const chosen = learners.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const put = (id: Id, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const { shortName } = criterion
  return (
    <div className={styles.panel}>
      <div>
        <h2>
          <Trans>{shortName}: secure</Trans>
        </h2>
        <p className={styles.about}>{criterion.childText}</p>
      </div>
      {learners.length === 0 && (
        <p className={styles.empty}>
          <Trans>Nobody is left to confirm.</Trans>
        </p>
      )}
      {onConfirm === undefined ? (
        <p className={styles.empty}>
          <Trans>The class teacher confirms what is met.</Trans>
        </p>
      ) : (
        learners.length > 0 && (
          <div>
            <Button isDisabled={chosen.length === 0} onPress={() => onConfirm(chosen)}>
              <Plural value={chosen.length} one="Mark # as met" other="Mark # as met" />
            </Button>
          </div>
        )
      )}
      <div>
        {learners.map(({ id, name }) => (
          <CheckboxField
            key={id}
            name={`confirm-${id}`}
            label={name}
            hint={words(stateOf(id))}
            isChecked={!left.has(id)}
            disabled={onConfirm === undefined}
            onChange={(isChecked) => put(id, isChecked)}
          />
        ))}
      </div>
    </div>
  )
}
