// Hands one session to a colleague or cover teacher: one tap on a name; what it opens to them, and for how long, is said first.
import { Trans } from '@lingui/react/macro'
import { personColleagues } from '../../common/people/contract.ts'
import { type Id, newId } from '../../core/ids.ts'
import { useAsked, useSending } from '../../web/asking.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { colleaguesFor, useMyGroups } from '../groups/client.ts'
import { sessionReasons } from './client.ts'
import { type ShownSession, sessionHandTo } from './contract.ts'
import { SessionWhen } from './SessionWhen.tsx'

export function HandSession({ session, onClose }: { readonly session: ShownSession; readonly onClose: () => void }) {
  const words = useRefusalWords(sessionReasons)
  const { send, refusal, isSending } = useSending(sessionHandTo)
  const colleagues = useAsked(personColleagues, {})
  const { id: sessionId, groupId, groupName } = session
  const without = useWhoWorksWith(groupId)
  const hand = async (personId: Id) => {
    if ((await send({ id: newId(), sessionId, groupId, personId })) !== undefined) onClose()
  }
  return (
    <Dialog title={<Trans>Who takes {groupName}?</Trans>} size="small" isOpen onClose={onClose}>
      <Stack>
        <p>
          <SessionWhen session={session} />
        </p>
        <p>
          <Trans>
            They see the group’s learners and can record from a quarter of an hour before it begins until a quarter of an hour after it
            ends.
          </Trans>
        </p>
        {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
        <AskedView asked={colleagues}>
          {({ people }) => <Names people={colleaguesFor(people, without)} isSending={isSending} onChoose={(id) => void hand(id)} />}
        </AskedView>
      </Stack>
    </Dialog>
  )
}

/** Oneself, and who is in the group anyway. */
function useWhoWorksWith(groupId: Id): ReadonlySet<Id> {
  const { personId } = useMember()
  const groups = useMyGroups()
  const staff = groups.state === 'answered' ? groups.answer.find(({ id }) => id === groupId)?.staff : undefined
  return new Set([personId, ...(staff ?? []).map((one) => one.personId)])
}

interface NamesProps {
  readonly people: readonly { readonly id: Id; readonly name: string }[]
  readonly isSending: boolean
  readonly onChoose: (id: Id) => void
}

function Names({ people, isSending, onChoose }: NamesProps) {
  if (people.length === 0) {
    return (
      <EmptyState title={<Trans>Nobody else teaches or supports here</Trans>}>
        <Trans>An administrator invites a cover teacher under People.</Trans>
      </EmptyState>
    )
  }
  return (
    <Stack gap="small">
      {people.map(({ id, name }) => (
        <Button key={id} isWide isDisabled={isSending} onPress={() => onChoose(id)}>
          {name}
        </Button>
      ))}
    </Stack>
  )
}
