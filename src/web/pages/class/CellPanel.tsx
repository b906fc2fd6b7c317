// One learner on one success criterion: how it stands, on which moments that rests, what helps, and the teacher's mark.
import { Plural, Trans } from '@lingui/react/macro'
import type { Id } from '../../../core/ids.ts'
import type { MapCriterion } from '../../../school/classmap/client.ts'
import { symbolNamed } from '../../../school/learners/rules.ts'
import { Moments } from '../../../school/observations/Moments.tsx'
import { squareOf, useStateWords } from '../../../school/observations/StateWords.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { LearnerSymbol } from '../../ui/LearnerSymbol.tsx'
import { Square } from '../../ui/Square.tsx'
import { type ShownRecord, useRecord } from '../learner/record.ts'
import { paths } from '../paths.ts'
import styles from './panel.module.css'

interface CellPanelProps {
  readonly learnerId: Id
  readonly criterion: MapCriterion
  /** Marks or unmarks; undefined for those who may not. */
  readonly onMark: ((learnerId: Id, isMet: boolean) => void) | undefined
}

export function CellPanel(props: CellPanelProps) {
  const asked = useRecord(props.learnerId)
  return <AskedView asked={asked}>{(record) => <Found {...props} record={record} />}</AskedView>
}

function Found({ record, criterion, onMark }: CellPanelProps & { readonly record: ShownRecord }) {
  const words = useStateWords()
  const { learner } = record
  const found = record.goals.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion.id)
  const state = found ?? { state: 'not_seen' as const, helpLevel: null }
  const moments = record.moments.filter(({ criterionId }) => criterionId === criterion.id)
  const { name } = learner
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
        <span>
          {words(state)}
          {moments.length > 0 && (
            <>
              {', '}
              <Plural value={moments.length} one="from # moment" other="from # moments" />
            </>
          )}
        </span>
      </p>
      {moments.length === 0 ? (
        <p className={styles.empty}>
          <Trans>Nothing was noted on this yet.</Trans>
        </p>
      ) : (
        <Moments label={name} moments={moments} learnerName={name} criterionNames={new Map()} />
      )}
      {learner.whatHelps !== null && (
        <p className={styles.helps}>
          <b>
            <Trans>What helps:</Trans>
          </b>{' '}
          {learner.whatHelps}
        </p>
      )}
      <div className={styles.acts}>
        {onMark !== undefined && (
          <Button size="small" onPress={() => onMark(learner.id, state.state !== 'met')}>
            {state.state === 'met' ? <Trans>Take back that it is met</Trans> : <Trans>Mark as met</Trans>}
          </Button>
        )}
        <ButtonLink size="small" kind="quiet" leadsOn href={paths.learner(learner.id)}>
          <Trans>Open {name}’s page</Trans>
        </ButtonLink>
      </div>
    </div>
  )
}
