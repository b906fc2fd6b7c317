// A centre's registrations as a table: who, on what, with whom, since when.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { EmptyState, Loading, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useRegistrations } from './client.ts'
import styles from './RegistrationList.module.css'

export function RegistrationList() {
  const asked = useRegistrations()
  const days = useDays()
  const words = useRefusalWords({})
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  if (asked.answer.length === 0) return <EmptyState title={<Trans>Nobody is registered yet</Trans>} />
  return (
    <Card>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Candidate</Trans>
            </th>
            <th scope="col">
              <Trans>Unit</Trans>
            </th>
            <th scope="col">
              <Trans>Assessor</Trans>
            </th>
            <th scope="col">
              <Trans>Since</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {asked.answer.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.candidateName} <span className={styles.soft}>{one.candidateNumber}</span>
              </th>
              <td>
                <b>{one.unitNumber}</b> <span className={styles.soft}>{one.unitTitle}</span>
              </td>
              <td>
                <span className={styles.label}>
                  <Trans>Assessor</Trans>:{' '}
                </span>
                {one.assessorName}
              </td>
              <td>
                <span className={styles.label}>
                  <Trans>Since</Trans>{' '}
                </span>
                {days.day(one.registeredOn)}
                {one.endsOn !== null && (
                  <span className={styles.soft}>
                    {' '}
                    <Trans>until {days.day(one.endsOn)}</Trans>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
