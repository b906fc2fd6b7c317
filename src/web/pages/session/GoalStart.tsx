// Where a learner starts: what was written for this goal, then the starting points of the profile.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../../core/ids.ts'
import type { Settled } from '../../../school/goaltalks/contract.ts'
import { useGroupProfiles } from '../../../school/profiles/client.ts'
import styles from './GoalNow.module.css'

interface GoalStartProps {
  readonly groupId: Id
  readonly learnerId: Id
  readonly settled: readonly Settled[]
}

export function GoalStart({ groupId, learnerId, settled }: GoalStartProps) {
  const asked = useGroupProfiles(groupId)
  const profile = asked.state === 'answered' ? asked.answer.profiles.find(({ id }) => id === learnerId) : undefined
  const starts = (profile?.holds ?? []).filter(({ section, text }) => section === 'start' && text !== null)
  const own = settled.find((one) => one.about === 'start')?.words ?? null
  if (own === null && starts.length === 0) {
    return (
      <p className={styles.about}>
        <Trans>Nothing written yet</Trans>
      </p>
    )
  }
  return (
    <div className={styles.start}>
      {own !== null && <p>{own}</p>}
      {starts.map(({ id, about, text }) => (
        <p key={id}>
          <span className={styles.about}>{about}:</span> {text}
        </p>
      ))}
    </div>
  )
}
