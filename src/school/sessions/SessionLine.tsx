// One session in a week: when, with whom, what is out of the ordinary, and what can be arranged about it.
import { Trans } from '@lingui/react/macro'
import { useMember } from '../../web/member.ts'
import { TextLink } from '../../web/ui/Button.tsx'
import { classes } from '../../web/ui/classes.ts'
import type { ShownSession } from './contract.ts'
import { SessionActs } from './SessionActs.tsx'
import styles from './SessionLine.module.css'
import { SessionTimes } from './SessionWhen.tsx'

interface SessionLineProps {
  readonly session: ShownSession
  /** Its page; undefined for those who see the plan alone. */
  readonly href: string | undefined
  readonly canArrange: boolean
}

export function SessionLine({ session, href, canArrange }: SessionLineProps) {
  const { groupName, cover, isCancelled } = session
  return (
    <li className={classes(styles.line, isCancelled && styles.cancelled)}>
      <span className={styles.spine} data-cover={cover} aria-hidden="true" />
      <span className={styles.time}>
        <SessionTimes session={session} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{href === undefined ? groupName : <TextLink href={href}>{groupName}</TextLink>}</span>
        <Remark session={session} />
      </span>
      {canArrange && <SessionActs session={session} />}
    </li>
  )
}

function Remark({ session: { isCancelled, takenBy, endsAt } }: { readonly session: ShownSession }) {
  const { personId } = useMember()
  const words = isCancelled ? (
    <Trans>cancelled</Trans>
  ) : takenBy === null ? (
    endsAt === null && <Trans>begun unplanned</Trans>
  ) : takenBy.personId === personId ? (
    <Trans>you take it for a colleague</Trans>
  ) : (
    <Trans>{takenBy.name} takes it</Trans>
  )
  return words === false ? null : <span className={styles.remark}>{words}</span>
}
