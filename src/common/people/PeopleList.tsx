// Everyone of the organisation, with what they are today; opens one person to change it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { roleWords, timeOf } from './client.ts'
import type { Person } from './contract.ts'
import styles from './PeopleList.module.css'

interface PeopleListProps {
  readonly people: readonly Person[]
  readonly onOpen: (personId: string) => void
}

export function PeopleList({ people, onOpen }: PeopleListProps) {
  return (
    <ul className={styles.list}>
      {people.map((person) => (
        <li key={person.id} className={styles.person}>
          <div className={styles.who}>
            <h2 className={styles.name}>{person.name}</h2>
            <p className={styles.address}>{person.email}</p>
          </div>
          <p className={styles.roles}>
            <RolesToday person={person} />
          </p>
          <div className={styles.end}>
            <PersonState state={person.state} />
            <Button size="small" onPress={() => onOpen(person.id)}>
              <Trans>Change {person.name}</Trans>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}

function RolesToday({ person }: { readonly person: Person }) {
  const { t } = useLingui()
  const { today } = useDays()
  const roles = person.roles.filter((role) => timeOf(role, today) === 'now').map(({ role }) => t(roleWords[role]))
  return roles.length === 0 ? <Trans>No role today</Trans> : roles.join(', ')
}

/** Said only where it is not the usual. */
export function PersonState({ state }: { readonly state: Person['state'] }) {
  if (state === 'active') return null
  return (
    <p className={styles.state}>{state === 'invited' ? <Trans>Invited, not in yet</Trans> : <Trans>Shut: recovered elsewhere</Trans>}</p>
  )
}
