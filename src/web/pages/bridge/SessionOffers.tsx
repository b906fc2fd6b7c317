// One's own sessions of late, each to be offered as a whole.
import { Trans } from '@lingui/react/macro'
import { useMyGroups } from '../../../school/groups/client.ts'
import type { Group } from '../../../school/groups/contract.ts'
import { sessionForGroup } from '../../../school/sessions/contract.ts'
import { useAsked } from '../../asking.ts'
import { useDays } from '../../days.ts'
import { useAccess } from '../../device.ts'
import { Card } from '../../ui/PageHeader.tsx'
import { OfferAsEvidence } from './OfferAsEvidence.tsx'
import styles from './SessionOffers.module.css'

const shown = 5

export function SessionOffers() {
  const groups = useMyGroups()
  if (groups.state !== 'answered' || groups.answer.length === 0) return null
  return (
    <Card title={<Trans>Offer a session</Trans>}>
      <p className={styles.soft}>
        <Trans>A single observation is offered from the learner’s page.</Trans>
      </p>
      {groups.answer.map((group) => (
        <Sessions key={group.id} group={group} />
      ))}
    </Card>
  )
}

function Sessions({ group }: { readonly group: Pick<Group, 'id' | 'name'> }) {
  const asked = useAsked(sessionForGroup, { groupId: group.id })
  const access = useAccess()
  const days = useDays()
  if (asked.state !== 'answered' || access.state !== 'open') return null
  const { personId } = access.person
  // One that was prepared for tomorrow has nothing to show yet.
  const begun = asked.answer.sessions.filter(({ startedAt }) => Date.parse(startedAt) <= Date.now())
  const own = begun.filter(({ startedBy }) => startedBy === personId).slice(0, shown)
  if (own.length === 0) return null
  return (
    <section aria-label={group.name} className={styles.group}>
      <h3>{group.name}</h3>
      <ul>
        {own.map(({ id, startedAt, startedBy }) => (
          <li key={id} className={styles.session}>
            <span>{days.moment(startedAt)}</span>
            <OfferAsEvidence records={{ recordType: 'session', recordIds: [id] }} recordedBy={startedBy} />
          </li>
        ))}
      </ul>
    </section>
  )
}
