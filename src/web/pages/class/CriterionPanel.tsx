// Everyone on one success criterion, those who are not there yet first.
import { Trans } from '@lingui/react/macro'
import { UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Id } from '../../../core/ids.ts'
import type { MapCriterion, MapLearner } from '../../../school/classmap/client.ts'
import type { CriterionState } from '../../../school/observations/contract.ts'
import { squareOf, useStateWords } from '../../../school/observations/StateWords.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Square } from '../../ui/Square.tsx'
import { paths } from '../paths.ts'
import styles from './panel.module.css'

const order: readonly CriterionState['state'][] = ['not_yet', 'nearly', 'not_enough_yet', 'not_seen', 'secure', 'met']

interface CriterionPanelProps {
  readonly groupId: Id
  readonly criterion: MapCriterion
  readonly learners: readonly MapLearner[]
  /** Which groups work on the goal already. */
  readonly elsewhere: ReactNode
  readonly stateOf: (learnerId: Id) => Pick<CriterionState, 'state' | 'helpLevel'>
  readonly onChoose: (learnerId: Id) => void
}

export function CriterionPanel({ groupId, criterion, learners, elsewhere, stateOf, onChoose }: CriterionPanelProps) {
  const words = useStateWords()
  const place = (learnerId: Id) => order.indexOf(stateOf(learnerId).state)
  const sorted = learners.toSorted((one, other) => place(one.id) - place(other.id))
  return (
    <div className={styles.panel}>
      <div>
        <h2>{criterion.shortName}</h2>
        <p className={styles.about}>{criterion.childText}</p>
      </div>
      {sorted.some(({ id }) => stateOf(id).state === 'not_yet') && (
        <div>
          <ButtonLink icon={UsersRound} href={`${paths.newGroup}?from=${groupId}&criterion=${criterion.id}`}>
            <Trans>Make a group of those not yet there</Trans>
          </ButtonLink>
        </div>
      )}
      {elsewhere}
      <ul className={styles.list}>
        {sorted.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={styles.pick} onClick={() => onChoose(id)}>
              <Square state={squareOf(stateOf(id).state)} word="elsewhere" />
              <span className={styles.name}>{name}</span>
              <span className={styles.soft}>{words(stateOf(id))}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
