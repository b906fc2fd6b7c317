// Inviting an adult: who, in which roles, from when until when; then the one-time link.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Role } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useActing } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { linkFor } from '../../web/visiting.ts'
import { Email, Name } from '../organisations/contract.ts'
import { newLink, peopleReasons, rolesToGive, roleWords } from './client.ts'
import { invitationCreate } from './contract.ts'
import { OneTimeLink } from './OneTimeLink.tsx'

interface InviteDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

interface Made {
  readonly link: string
  readonly name: string
  readonly expiresAt: string
}

export function InviteDialog({ isOpen, onClose }: InviteDialogProps) {
  const [made, setMade] = useState<Made>()
  const close = () => {
    onClose()
    setMade(undefined)
  }
  return (
    <Dialog title={<Trans>Invite someone</Trans>} isOpen={isOpen} onClose={close}>
      {made === undefined ? (
        <InviteForm onMade={setMade} />
      ) : (
        <OneTimeLink link={made.link} forWhom={made.name} expiresAt={made.expiresAt} />
      )}
    </Dialog>
  )
}

function InviteForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useLingui()
  const { organisationId, kind } = useMember()
  const { today } = useDays()
  const words = useRefusalWords(peopleReasons)
  const invite = useActing(invitationCreate)
  const [roles, setRoles] = useState<readonly Role[]>([])
  const form = useForm({
    name: { shape: Name, wanted: t`Enter their name` },
    email: { shape: Email, wanted: t`Enter their e-mail address` },
    fromOn: { shape: Day, wanted: t`Enter the first day`, initial: today },
  })
  const rolesMissing = { message: t`Choose at least one role` }
  const send = form.submit(async ({ name, email, fromOn }) => {
    if (roles.length === 0) return [rolesMissing]
    const { linkId, token, tokenHash } = await newLink()
    const holdings = roles.map((role) => ({ id: newId(), role, fromOn, untilOn: null }))
    const result = await invite({ linkId, tokenHash, personId: newId(), name, email, roles: holdings })
    if ('refusal' in result) return problemsOf(result.refusal, words)
    onMade({ link: linkFor(location.origin, 'invitation', { organisationId, token }), name, expiresAt: result.output.expiresAt })
    return undefined
  })
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <Field {...form.field('name')} label={<Trans>Name</Trans>} autoComplete="off" />
        <Field
          {...form.field('email')}
          type="email"
          label={<Trans>E-mail address</Trans>}
          hint={<Trans>They sign in with it.</Trans>}
          autoComplete="off"
        />
        <ManyChips
          label={<Trans>Roles</Trans>}
          chips={rolesToGive[kind].map((role) => ({ id: role as Role, label: t(roleWords[role]) }))}
          value={roles}
          onChange={setRoles}
        />
        <Field {...form.field('fromOn')} type="date" width="short" label={<Trans>From</Trans>} />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          <Trans>Make the link</Trans>
        </Button>
      </Stack>
    </form>
  )
}
