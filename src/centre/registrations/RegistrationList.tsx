// A centre's registrations as a table: who, on what, with whom, since when.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { EmptyState, Loading, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import { useRegistrations } from './client.ts'
import type { Registration } from './contract.ts'
import styles from './RegistrationList.module.css'

export function RegistrationList() {
  const [open, setOpen] = useState<string>()
  const asked = useRegistrations()
  const days = useDays()
  const { t } = useLingui()
  const words = useRefusalWords({})
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  if (asked.answer.length === 0) return <EmptyState title={<Trans>Nobody is registered yet</Trans>} />
  const changing = asked.answer.find(({ id }) => id === open)
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
              <Trans>With them</Trans>
            </th>
            <th scope="col">
              <Trans>Since</Trans>
            </th>
            <td />
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
                <Others registration={one} />
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
              <td>
                {one.claimedAt === null ? (
                  <Button size="small" onPress={() => setOpen(one.id)} aria-label={t`Change: ${one.candidateName}, unit ${one.unitNumber}`}>
                    <Trans>Change</Trans>
                  </Button>
                ) : (
                  <Trans>Claimed</Trans>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing !== undefined && <ChangeDialog key={changing.id} registration={changing} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}

function Others({ registration }: { readonly registration: Registration }) {
  const { countersignerName, tutorName, iqaName, site } = registration
  return (
    <ul className={styles.others}>
      {countersignerName !== null && (
        <li>
          <Trans>Countersigner: {countersignerName}</Trans>
        </li>
      )}
      {tutorName !== null && (
        <li>
          <Trans>Tutor: {tutorName}</Trans>
        </li>
      )}
      {iqaName !== null && (
        <li>
          <Trans>IQA: {iqaName}</Trans>
        </li>
      )}
      {site !== null && (
        <li>
          <Trans>Site: {site}</Trans>
        </li>
      )}
    </ul>
  )
}
