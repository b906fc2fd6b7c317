// What was decided on a handover, by whom, for whom, and in which session it was done; earlier decisions beneath.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { TextLink } from '../../web/ui/Button.tsx'
import type { ShownHandover } from './client.ts'
import type { ShownDecision } from './contract.ts'
import styles from './Decisions.module.css'
import { decisionSaid } from './HandoverWords.tsx'
import { standingDecision } from './rules.ts'

interface DecisionsProps {
  readonly handover: ShownHandover
  readonly sessionHref: (sessionId: Id) => string
}

export function Decisions({ handover, sessionHref }: DecisionsProps) {
  const { decisions } = handover
  const standing = standingDecision(decisions)
  const others = decisions.filter((one) => one !== standing)
  return (
    <div className={styles.decisions}>
      {standing === undefined ? (
        <p>
          <ReadBy handover={handover} />
        </p>
      ) : (
        <Decided decision={standing} sessionHref={sessionHref} />
      )}
      {others.length > 0 && (
        <details>
          <summary>
            <Trans>Decided before</Trans>
          </summary>
          <ol className={styles.before}>
            {others.map((decision) => (
              <li key={decision.id}>
                <Decided decision={decision} sessionHref={sessionHref} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

function ReadBy({ handover: { isWaiting, reads } }: { readonly handover: ShownHandover }) {
  const days = useDays()
  const [first] = reads
  if (isWaiting) return <Trans>On this device, sends later</Trans>
  if (first === undefined) return <Trans>Not read yet</Trans>
  const when = days.moment(first.readAt)
  return (
    <Trans>
      Read by {first.readBy.name}, {when}
    </Trans>
  )
}

/** One decision in a sentence or two. */
export function Decided({ decision, sessionHref }: { readonly decision: ShownDecision; readonly sessionHref: (sessionId: Id) => string }) {
  const { t } = useLingui()
  const days = useDays()
  const { learners, reply, decidedBy, decidedAt, isWithdrawn, carriedOut } = decision
  return (
    <>
      <p className={styles.said}>
        {decisionSaid(decision, t)}
        {learners.length > 0 && <>: {learners.map(({ name }) => name).join(', ')}</>}
      </p>
      {reply !== null && <p className={styles.reply}>“{reply}”</p>}
      <p className={styles.who}>
        {decidedBy.name}, {days.moment(decidedAt)}
        {isWithdrawn && (
          <>
            {', '}
            <Trans>taken back</Trans>
          </>
        )}
      </p>
      {carriedOut.map(({ id, sessionId, startedAt }) => (
        <p key={id}>
          <TextLink href={sessionHref(sessionId)}>
            <Trans>Done in the session of {days.moment(startedAt)}</Trans>
          </TextLink>
        </p>
      ))}
    </>
  )
}
