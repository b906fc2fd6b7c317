// Asking a witness: who, about which activity, for which leaves; then the link and the code, once.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Id, newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { linkFor } from '../../web/visiting.ts'
import type { Registration } from '../registrations/contract.ts'
import type { StandardPack } from '../standards/contract.ts'
import { newWitnessLink, useRegister } from '../witnesses/client.ts'
import { LinkWithCode } from '../witnesses/LinkWithCode.tsx'
import { testimonyReasons, useTestimonyActs } from './client.ts'
import { Activity } from './contract.ts'

interface RequestFormProps {
  readonly registration: Registration
  readonly pack: StandardPack
  readonly onClose: () => void
}

interface Made {
  readonly link: string
  readonly code: string
  readonly expiresAt: string
  readonly forWhom: string
}

export function RequestForm({ registration, pack, onClose }: RequestFormProps) {
  const [made, setMade] = useState<Made>()
  return (
    <Dialog isOpen title={<Trans>Ask a witness for a statement</Trans>} onClose={onClose} isDismissable={made === undefined}>
      {made === undefined ? (
        <Form registration={registration} pack={pack} onMade={setMade} />
      ) : (
        <Stack>
          <LinkWithCode {...made} />
          <Button onPress={onClose}>
            <Trans>Done</Trans>
          </Button>
        </Stack>
      )}
    </Dialog>
  )
}

/** Those who can be asked: in the register for this candidate, reached, entry signed. */
function useAskable(candidateId: Id) {
  const asked = useRegister()
  const all = asked.state === 'answered' ? asked.answer.witnesses : []
  return all.filter((one) => one.candidateId === candidateId && one.ended === null && one.isContactChecked && one.signature !== null)
}

function Form({ registration, pack, onMade }: Omit<RequestFormProps, 'onClose'> & { readonly onMade: (made: Made) => void }) {
  const { t } = useLingui()
  const { organisationId } = useMember()
  const { request } = useTestimonyActs()
  const words = useRefusalWords(testimonyReasons)
  const [id] = useState(newId)
  const [leaves, setLeaves] = useState<readonly string[]>([])
  const witnesses = useAskable(registration.candidateId)
  const form = useForm({
    witnessId: { shape: Id, wanted: t`Choose a witness` },
    activity: { shape: Activity, wanted: t`Say what they saw` },
  })
  const send = form.submit(async ({ witnessId, activity }) => {
    if (leaves.length === 0) return [{ message: t`Choose what the statement may show` }]
    const { linkId, token, code, tokenHash, codeHash } = await newWitnessLink()
    const wanted = leaves.map((leaf) => ({ registrationId: registration.id, leaf }))
    const reply = await request({ id, witnessId, activity, leaves: wanted, linkId, tokenHash, codeHash })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    const link = linkFor(location.origin, 'testimony', { organisationId, token })
    const forWhom = witnesses.find((one) => one.id === witnessId)?.name ?? ''
    onMade({ link, code, expiresAt: reply.output.expiresAt, forWhom })
    return undefined
  })
  if (witnesses.length === 0)
    return (
      <Notice title={<Trans>Nobody can be asked yet</Trans>}>
        <Trans>Under Witnesses, enter the contact of one and have the entry signed. Then they can be asked here.</Trans>
      </Notice>
    )
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <SelectField
          {...form.field('witnessId')}
          label={<Trans>Witness</Trans>}
          options={witnesses.map((one) => ({ id: one.id, label: one.name }))}
          placeholder={t`Choose`}
        />
        <Field
          {...form.field('activity')}
          label={<Trans>What they saw</Trans>}
          hint={<Trans>The witness reads this. For example: peer assessment in the fractions group, Wednesday.</Trans>}
          maxLength={200}
          width="full"
        />
        <ManyChips
          label={<Trans>What it may show</Trans>}
          hint={<Trans>For you: the witness does not see it.</Trans>}
          chips={pack.leaves.map(({ code }) => ({ id: code, label: code }))}
          value={leaves}
          onChange={setLeaves}
        />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          <Trans>Make the link and the code</Trans>
        </Button>
      </Stack>
    </form>
  )
}
