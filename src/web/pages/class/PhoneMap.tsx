// The map on a phone: a card for each success criterion, or a card for each learner.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { type ClassMapAnswer, cellFinder, columnsFor, columnsOf, learnersOn, needMostFirst } from '../../../school/classmap/client.ts'
import { squareOf, useStateWords } from '../../../school/observations/StateWords.tsx'
import { TextLink } from '../../ui/Button.tsx'
import { ChipGroup } from '../../ui/ChipGroup.tsx'
import { GoalStack } from '../../ui/GoalStack.tsx'
import { Square } from '../../ui/Square.tsx'
import { paths } from '../paths.ts'
import styles from './ClassPage.module.css'
import type { Shown } from './shown.ts'

interface PhoneMapProps {
  readonly answer: ClassMapAnswer
  readonly onShow: (shown: Shown) => void
  readonly goalChoice: ReactNode
}

export function PhoneMap({ answer, onShow, goalChoice }: PhoneMapProps) {
  const { t } = useLingui()
  const [by, setBy] = useState<'criterion' | 'learner'>('criterion')
  const find = cellFinder(answer)
  const goals = columnsOf(answer).map(({ id, shortName }) => ({
    id,
    name: shortName,
    learners: learnersOn(answer, id).map((learner) => ({ ...learner, state: squareOf(find(learner.id, id).state) })),
    isForOne: answer.goals.some(({ learnerId, criteria }) => learnerId !== null && criteria.some((criterion) => criterion.id === id)),
  }))
  return (
    <div className={styles.rows}>
      {goalChoice}
      <ChipGroup
        label={<Trans>Cards by</Trans>}
        isLabelHidden
        look="joined"
        isNeeded
        chips={[
          { id: 'criterion', label: t`By goal` },
          { id: 'learner', label: t`Needs most first` },
        ]}
        value={by}
        onChange={(next) => setBy(next ?? 'criterion')}
      />
      {by === 'criterion' ? (
        <GoalStack goals={goals} onOpen={(criterionId) => onShow({ kind: 'criterion', criterionId })} />
      ) : (
        <Learners answer={answer} onShow={onShow} />
      )}
    </div>
  )
}

function Learners({ answer, onShow }: Omit<PhoneMapProps, 'goalChoice'>) {
  const words = useStateWords()
  const find = cellFinder(answer)
  return (
    <ul className={styles.rows}>
      {needMostFirst(answer).map((learner) => (
        <li key={learner.id} className={styles.row}>
          <h3>
            <TextLink href={paths.learner(learner.id)}>{learner.name}</TextLink>
          </h3>
          <div className={styles.cells}>
            {columnsFor(answer, learner.id).map(({ id, shortName }) => {
              const cell = find(learner.id, id)
              return (
                <button
                  key={id}
                  type="button"
                  className={styles.cell}
                  onClick={() => onShow({ kind: 'cell', learnerId: learner.id, criterionId: id })}
                >
                  <Square state={squareOf(cell.state)} word="elsewhere" />
                  <span>
                    {shortName}: {words(cell)}
                  </span>
                </button>
              )
            })}
          </div>
        </li>
      ))}
    </ul>
  )
}
