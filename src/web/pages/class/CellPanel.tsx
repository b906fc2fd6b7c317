// One learner on one success criterion: how it stands, on which moments that rests, what helps, and the teacher's mark.
import { Plural, Trans } from '@lingui/react/macro'
import type { Id } from '../../../core/ids.ts'
import type { MapCriterion, MapLearner } from '../../../school/classmap/client.ts'
import type { CriterionState } from '../../../school/observations/contract.ts'
import { Moments } from '../../../school/observations/Moments.tsx'
import { squareOf, useStateWords } from '../../../school/observations/StateWords.tsx'
import { WhyNotEnough } from '../../../school/observations/WhyNotEnough.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { LearnerSymbol } from '../../ui/LearnerSymbol.tsx'
import { Square } from '../../ui/Square.tsx'
import { symbolNamed } from '../../ui/symbol-named.ts'
import { useRecord } from '../learner/record.ts'
import { paths } from '../paths.ts'
import styles from './panel.module.css'

interface CellPanelProps {
  readonly learner: MapLearner
  readonly criterion: MapCriterion
  readonly state: Pick<CriterionState, 'state' | 'helpLevel'>
  /** Marks or unmarks; undefined for those who may not. */
  readonly onMark: ((isMet: boolean) => void) | undefined
}

/** What the map knows stands there at once, and without a network too; the moments come with the learner's record. */
export function CellPanel({ learner, criterion, state, onMark }: CellPanelProps) {
  const words = useStateWords()
  const { name, whatHelps } = learner
  const isMet = state.state === 'met'
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <LearnerSymbol name={symbolNamed(learner.symbol)} of={name} />
        <div>
          <h2>{name}</h2>
          <p className={styles.about}>{criterion.childText}</p>
        </div>
      </div>
      <p className={styles.state}>
        <Square state={squareOf(state.state)} word="elsewhere" />
        {words(state)}
      </p>
      <WhyNotEnough state={state.state} />
      <MomentsOn learner={learner} criterionId={criterion.id} />
      {whatHelps !== null && (
        <p className={styles.helps}>
          <b>
            <Trans>What helps:</Trans>
          </b>{' '}
          {whatHelps}
        </p>
      )}
      <div className={styles.acts}>
        {onMark !== undefined && (
          <Button size="small" onPress={() => onMark(!isMet)}>
            {isMet ? <Trans>Take back that it is met</Trans> : <Trans>Mark as met</Trans>}
          </Button>
        )}
        <ButtonLink size="small" kind="quiet" leadsOn href={paths.learner(learner.id)}>
          <Trans>Open {name}’s page</Trans>
        </ButtonLink>
      </div>
    </div>
  )
}

function MomentsOn({ learner, criterionId }: { readonly learner: MapLearner; readonly criterionId: Id }) {
  const asked = useRecord(learner.id)
  return (
    <AskedView asked={asked}>
      {({ moments }) => {
        const here = moments.filter((moment) => moment.criterionId === criterionId)
        if (here.length === 0) {
          return (
            <p className={styles.empty}>
              <Trans>Nothing was noted on this yet.</Trans>
            </p>
          )
        }
        return (
          <div>
            <p className={styles.soft}>
              <Plural value={here.length} one="From # moment" other="From # moments" />
            </p>
            <Moments label={learner.name} moments={here} learnerName={learner.name} criterionNames={new Map()} />
          </div>
        )
      }}
    </AskedView>
  )
}
