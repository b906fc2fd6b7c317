// One person: their roles with days, a new role, one-time links, and the way out of every device.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Refusal } from '../../core/errors.ts'
import { useActing } from '../../web/asking.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { linkFor } from '../../web/visiting.ts'
import { newLink, peopleReasons } from './client.ts'
import { invitationRenew, type Person, personReadmit, personSignOut, recoveryCreate } from './contract.ts'
import { GiveRoleForm } from './GiveRoleForm.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'
import { PersonState } from './PeopleList.tsx'
import { RoleList } from './RoleList.tsx'

interface PersonDialogProps {
  readonly person: Person | undefined
  readonly onClose: () => void
}

export function PersonDialog({ person, onClose }: PersonDialogProps) {
  return (
    <Dialog title={person?.name ?? ''} isOpen={person !== undefined} onClose={onClose}>
      {person !== undefined && (
        <Stack gap="large">
          <Row>
            <p>{person.email}</p>
            <PersonState state={person.state} />
          </Row>
          <RoleList person={person} />
          <GiveRoleForm person={person} />
          <Access person={person} />
        </Stack>
      )}
    </Dialog>
  )
}

type Outcome =
  | { readonly is: 'link'; readonly link: string; readonly expiresAt: string }
  | { readonly is: 'done'; readonly words: string }
  | { readonly is: 'refused'; readonly refusal: Refusal }

function Access({ person }: { readonly person: Person }) {
  const { t } = useLingui()
  const words = useRefusalWords(peopleReasons)
  const [outcome, setOutcome] = useState<Outcome>()
  const makeLink = useLink(person, setOutcome)
  const readmit = useActing(personReadmit)
  const signOut = useActing(personSignOut)
  const act = async (doIt: typeof readmit, said: string) => {
    const reply = await doIt({ personId: person.id })
    setOutcome('refusal' in reply ? { is: 'refused', refusal: reply.refusal } : { is: 'done', words: said })
  }
  return (
    <Stack>
      <h3>
        <Trans>Signing in</Trans>
      </h3>
      <Row>
        {person.state === 'invited' ? (
          <Button onPress={() => void makeLink('invitation')}>
            <Trans>New invitation link</Trans>
          </Button>
        ) : (
          <Button onPress={() => void makeLink('recovery')}>
            <Trans>Link for a new password</Trans>
          </Button>
        )}
        {person.state === 'shut' && (
          <Button onPress={() => void act(readmit, t`${person.name} can come in again.`)}>
            <Trans>Let back in</Trans>
          </Button>
        )}
        {person.state !== 'invited' && (
          <Button onPress={() => void act(signOut, t`${person.name} is signed out on every device.`)}>
            <Trans>Sign out everywhere</Trans>
          </Button>
        )}
      </Row>
      {outcome?.is === 'link' && <OneTimeLink link={outcome.link} forWhom={person.name} expiresAt={outcome.expiresAt} />}
      {outcome?.is === 'done' && <Notice kind="ok" isLive title={outcome.words} />}
      {outcome?.is === 'refused' && <Notice kind="bad" isLive title={words(outcome.refusal)} />}
    </Stack>
  )
}

function useLink(person: Person, show: (outcome: Outcome) => void): (kind: 'invitation' | 'recovery') => Promise<void> {
  const { organisationId } = useMember()
  const renew = useActing(invitationRenew)
  const recover = useActing(recoveryCreate)
  return async (kind) => {
    const { linkId, token, tokenHash } = await newLink()
    const reply = await (kind === 'invitation' ? renew : recover)({ linkId, tokenHash, personId: person.id })
    if ('refusal' in reply) return show({ is: 'refused', refusal: reply.refusal })
    show({ is: 'link', link: linkFor(location.origin, kind, { organisationId, token }), expiresAt: reply.output.expiresAt })
  }
}
