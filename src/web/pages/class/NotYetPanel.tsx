// Who has not reached a success criterion yet, each with what they last said or did; and a group of them in one tap.
import { Trans, useLingui } from '@lingui/react/macro'
import { UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Id } from '../../../core/ids.ts'
import type { MapCriterion, MapLearner } from '../../../school/classmap/client.ts'
import { useDays } from '../../days.ts'
import { ButtonLink, TextLink } from '../../ui/Button.tsx'
import { helpPhrases } from '../../ui/help.ts'
import { useRecord } from '../learner/record.ts'
import { paths } from '../paths.ts'
import styles from './panel.module.css'

interface NotYetPanelProps {
  readonly groupId: Id
  readonly criterion: MapCriterion
  readonly learners: readonly MapLearner[]
  /** Which groups work on the goal already. */
  readonly elsewhere: ReactNode
}

export function NotYetPanel({ groupId, criterion, learners, elsewhere }: NotYetPanelProps) {
  const { shortName } = criterion
  return (
    <div className={styles.panel}>
      <div>
        <h2>
          <Trans>{shortName}: not yet</Trans>
        </h2>
        <p className={styles.about}>{criterion.childText}</p>
      </div>
      <div>
        <ButtonLink icon={UsersRound} href={`${paths.newGroup}?from=${groupId}&criterion=${criterion.id}`}>
          <Trans>Make a group of them</Trans>
        </ButtonLink>
      </div>
      {elsewhere}
      <ul className={styles.list}>
        {learners.map((learner) => (
          <li key={learner.id} className={styles.line}>
            <LastWords learner={learner} criterionId={criterion.id} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function LastWords({ learner, criterionId }: { readonly learner: MapLearner; readonly criterionId: Id }) {
  const { t } = useLingui()
  const days = useDays()
  const asked = useRecord(learner.id)
  const moments = asked.state === 'answered' ? asked.answer.moments.filter((moment) => moment.criterionId === criterionId) : []
  const last = moments.find(({ childWords, whatSeen }) => childWords !== null || whatSeen !== null) ?? moments[0]
  return (
    <>
      <p className={styles.name}>
        <TextLink href={paths.learner(learner.id)}>{learner.name}</TextLink>
      </p>
      {last !== undefined && (
        <div className={styles.said}>
          {last.childWords !== null && <p>“{last.childWords}”</p>}
          {last.whatSeen !== null && <p>{last.whatSeen}</p>}
          <p className={styles.soft}>
            {[days.moment(last.observedAt), last.helpLevel === null ? undefined : t(helpPhrases[last.helpLevel])]
              .filter(Boolean)
              .join(', ')}
          </p>
        </div>
      )}
      {learner.whatHelps !== null && (
        <p className={styles.soft}>
          <Trans>What helps: {learner.whatHelps}</Trans>
        </p>
      )}
    </>
  )
}
