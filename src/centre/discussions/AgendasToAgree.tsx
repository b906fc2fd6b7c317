// On somebody's home: agendas that the other one proposed, to be read and agreed to there.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './AgendasToAgree.module.css'
import { useAgendasToAgree } from './client.ts'
import { mayDiscuss } from './policy.ts'
import { pointName } from './rules.ts'

interface AgendasToAgreeProps {
  readonly hrefOf: (registrationId: Id) => string
  /** Those of one unit alone. */
  readonly registrationId?: Id
}

export function AgendasToAgree({ hrefOf, registrationId }: AgendasToAgreeProps) {
  const days = useDays()
  const actor = useActor()
  const asked = useAgendasToAgree(mayDiscuss(actor))
  const all = asked.state === 'answered' ? asked.answer : []
  const waiting = all.filter((one) => registrationId === undefined || one.registrationId === registrationId)
  if (waiting.length === 0) return null
  return (
    <Card title={<Trans>A discussion to agree to</Trans>}>
      <ul className={styles.waiting}>
        {waiting.map(({ registrationId: id, candidateName, unitNumber, agenda: { id: agendaId, points, proposedByName, proposedAt } }) => (
          <li key={agendaId} className={styles.agenda}>
            <p>{points.map((one) => `${pointName(one)} ${one.point}`).join('; ')}</p>
            <p className={styles.soft}>
              {registrationId === undefined && (
                <Trans>
                  {candidateName}, unit {unitNumber}.
                </Trans>
              )}{' '}
              <Trans>
                Proposed by {proposedByName}, {days.moment(proposedAt)}.
              </Trans>
            </p>
            <ButtonLink size="small" href={hrefOf(id)} leadsOn>
              <Trans>Read it and agree</Trans>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
