// On somebody's home: the actions that an IQA asked of them and that are not closed.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './ActionsOwed.module.css'
import { useActionsOwed } from './client.ts'
import { mayOweActions } from './policy.ts'

export function ActionsOwed({ hrefOf }: { readonly hrefOf: (registrationId: Id) => string }) {
  const asked = useActionsOwed(mayOweActions(useActor()))
  const days = useDays()
  if (asked.state !== 'answered' || asked.answer.length === 0) return null
  return (
    <Card title={<Trans>The IQA waits for you</Trans>}>
      <ul className={styles.actions}>
        {asked.answer.map(({ registrationId, candidateName, unitNumber, action }) => (
          <li key={action.id} className={styles.action}>
            <p>{action.what}</p>
            <p className={styles.soft}>
              <Trans>
                {candidateName}, unit {unitNumber}, until {days.day(action.dueOn)}
              </Trans>
            </p>
            <ButtonLink size="small" href={hrefOf(registrationId)} leadsOn>
              {action.notes.at(-1)?.kind === 'answered' ? <Trans>Answered: see it</Trans> : <Trans>Answer</Trans>}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
