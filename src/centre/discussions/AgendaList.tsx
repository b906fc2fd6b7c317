// The agendas of a unit: what was proposed, by whom, and whether both have agreed. The other one agrees here.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useActor } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import type { Registration } from '../registrations/contract.ts'
import styles from './AgendaList.module.css'
import { discussionReasons, useAgendas, useAgreeing } from './client.ts'
import type { Agenda } from './contract.ts'
import { canDiscuss } from './policy.ts'
import { pointName } from './rules.ts'

export function AgendaList({ registration }: { readonly registration: Registration }) {
  const asked = useAgendas(registration.id)
  if (asked.state === 'loading' || (asked.state === 'answered' && asked.answer.length === 0)) return null
  // Agendas that could not be fetched must not look like none: then nobody would agree to them.
  return (
    <AskedView asked={asked} isAgeSaid>
      {(agendas) => (
        <section className={styles.list} aria-labelledby="agendas">
          <h3 id="agendas">
            <Trans>Agendas of discussions</Trans>
          </h3>
          {agendas.map((agenda) => (
            <OneAgenda key={agenda.id} agenda={agenda} registration={registration} />
          ))}
        </section>
      )}
    </AskedView>
  )
}

function OneAgenda({ agenda, registration }: { readonly agenda: Agenda; readonly registration: Registration }) {
  const days = useDays()
  const actor = useActor()
  const isToAgree = agenda.agreedAt === null && canDiscuss(actor, registration) && agenda.proposedById !== actor.personId
  return (
    <article className={styles.agenda} aria-label={agenda.points.map(({ point }) => point).join('; ')}>
      <ul>
        {agenda.points.map((one) => (
          <li key={`${pointName(one)} ${one.point}`}>
            <b>{pointName(one)}</b> {one.point}
          </li>
        ))}
      </ul>
      <p className={styles.soft}>
        <Trans>
          Proposed by {agenda.proposedByName}, {days.moment(agenda.proposedAt)}.
        </Trans>{' '}
        {agenda.agreedAt === null ? (
          <Trans>Not agreed yet.</Trans>
        ) : (
          <Trans>
            Agreed by {agenda.agreedByName}, {days.moment(agenda.agreedAt)}.
          </Trans>
        )}
      </p>
      {isToAgree && <Agree registrationId={registration.id} agendaId={agenda.id} />}
    </article>
  )
}

function Agree(input: { readonly registrationId: Id; readonly agendaId: Id }) {
  const { send, isSending, refusal } = useAgreeing()
  const words = useRefusalWords(discussionReasons)
  return (
    <>
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      <div>
        <Button kind="primary" isPending={isSending} onPress={() => void send(input)}>
          <Trans>Agree to this agenda</Trans>
        </Button>
      </div>
    </>
  )
}
