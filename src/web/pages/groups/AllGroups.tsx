// All open groups in a table: names, counts and adults, no learners.
import { Trans, useLingui } from '@lingui/react/macro'
import { hasRole } from '../../../core/actor.ts'
import type { Group } from '../../../school/groups/contract.ts'
import { useActor } from '../../member.ts'
import { TextLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { paths } from '../paths.ts'
import styles from './AllGroups.module.css'

export function AllGroups({ groups }: { readonly groups: readonly Group[] }) {
  const { t } = useLingui()
  const readsAgreements = hasRole(useActor(), 'senco')
  if (groups.length === 0) return <EmptyState title={<Trans>No groups yet</Trans>} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t`All groups of the school`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Group</Trans>
            </th>
            <th scope="col">
              <Trans>Subject</Trans>
            </th>
            <th scope="col">
              <Trans>Learners</Trans>
            </th>
            <th scope="col">
              <Trans>Adults</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, subject, learnerCount, staff }) => (
            <tr key={id}>
              <th scope="row">
                <TextLink href={paths.timetable(id)}>{name}</TextLink>
              </th>
              <td>{subject}</td>
              <td className={styles.number}>{learnerCount}</td>
              <td>
                {staff.map((adult) => adult.name).join(', ')}
                {readsAgreements && (
                  <>
                    {' '}
                    <TextLink href={paths.agreement(id)} aria-label={t`Who does what: ${name}`}>
                      <Trans>Who does what</Trans>
                    </TextLink>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
