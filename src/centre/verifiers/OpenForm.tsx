// Opening chosen units to an external verifier until a day; then the link to give them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Email, Name } from '../../common/organisations/contract.ts'
import { OneTimeLink } from '../../common/people/OneTimeLink.tsx'
import type { Id } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { useRegistrations } from '../registrations/client.ts'
import type { Registration } from '../registrations/contract.ts'
import { useOpenAccount, verifierReasons } from './client.ts'

interface Made {
  readonly link: string
  readonly name: string
  readonly expiresAt: string
}

export function OpenForm({ onClose }: { readonly onClose: () => void }) {
  const [made, setMade] = useState<Made>()
  const asked = useRegistrations()
  return (
    <Dialog isOpen title={<Trans>Open units to an external verifier</Trans>} onClose={onClose}>
      {made === undefined ? (
        <AskedView asked={asked}>{(registrations) => <Fields registrations={registrations} onMade={setMade} />}</AskedView>
      ) : (
        <OneTimeLink link={made.link} forWhom={made.name} expiresAt={made.expiresAt} />
      )}
    </Dialog>
  )
}

function Fields({ registrations, onMade }: { readonly registrations: readonly Registration[]; readonly onMade: (made: Made) => void }) {
  const { t } = useLingui()
  const open = useOpenAccount()
  const words = useRefusalWords(verifierReasons)
  const [units, setUnits] = useState<readonly Id[]>([])
  const form = useForm({
    name: { shape: Name, wanted: t`Enter their name` },
    email: { shape: Email, wanted: t`Enter their e-mail address` },
    lastDay: { shape: Day, wanted: t`Enter the last day` },
  })
  const send = form.submit(async ({ name, email, lastDay }) => {
    if (units.length === 0) return [{ message: t`Choose at least one unit` }]
    const { reply, link } = await open({ name, email, registrationIds: units, lastDay })
    if ('refusal' in reply) return problemsOf(reply.refusal, words, { endsAt: 'lastDay' })
    onMade({ link, name, expiresAt: reply.output.linkExpiresAt ?? '' })
    return undefined
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <Field {...form.field('name')} label={<Trans>Name</Trans>} autoComplete="off" />
        <Field {...form.field('email')} type="email" label={<Trans>E-mail address</Trans>} autoComplete="off" />
        <Field
          {...form.field('lastDay')}
          type="date"
          label={<Trans>Last day</Trans>}
          hint={<Trans>The account ends by itself at the end of that day.</Trans>}
          width="short"
        />
        <ManyChips
          label={<Trans>Units that they may read and sign</Trans>}
          chips={registrations
            .filter(({ claimedAt }) => claimedAt === null)
            .map(({ id, candidateName, unitNumber }) => ({ id, label: `${candidateName}, ${unitNumber}` }))}
          value={units}
          onChange={setUnits}
        />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          <Trans>Open</Trans>
        </Button>
      </Stack>
    </form>
  )
}
