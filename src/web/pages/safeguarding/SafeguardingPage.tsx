// Worried about a child: whom to tell, at once and without network; for head and administrator also the form that says so.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { type SafeguardingContact, safeguardingContacts } from '../../../school/safeguarding/contract.ts'
import { canSetContacts } from '../../../school/safeguarding/policy.ts'
import { knownContacts, WhomToTell } from '../../../school/safeguarding/WhomToTell.tsx'
import { WorryAdvice } from '../../../school/safeguarding/WorryAdvice.tsx'
import { useWorryStop } from '../../../school/safeguarding/WorryStop.tsx'
import { NotesToRead } from '../../../school/worries/NotesToRead.tsx'
import { canAnswerNote } from '../../../school/worries/policy.ts'
import { useAsked } from '../../asking.ts'
import { useActor } from '../../member.ts'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { ContactsForm } from './lazy-parts.ts'

export function SafeguardingPage() {
  const asked = useAsked(safeguardingContacts, {})
  const stop = useWorryStop([], () => undefined)
  const actor = useActor()
  const contacts = asked.state === 'answered' ? asked.answer.contacts : []
  return (
    <>
      <PageHeader title={<Trans>Worried about a child?</Trans>} />
      <Stack>
        {canAnswerNote(actor) && (
          <Card title={<Trans>Notes shown to you</Trans>}>
            <NotesToRead />
          </Card>
        )}
        <Card title={<Trans>Whom to tell now</Trans>}>
          <WhomToTell known={knownContacts(asked)} />
        </Card>
        <Card title={<Trans>What to do</Trans>}>
          <Stack gap="small">
            <WorryAdvice />
            <div>
              <Button onPress={stop.open}>
                <Trans>Write down their words</Trans>
              </Button>
            </div>
          </Stack>
        </Card>
        {canSetContacts(actor) && asked.state === 'answered' && <Change key={asked.answer.setAt} contacts={contacts} />}
      </Stack>
      {stop.dialogs}
    </>
  )
}

function Change({ contacts }: { readonly contacts: readonly SafeguardingContact[] }) {
  const [isOpen, setOpen] = useState(contacts.length === 0)
  return (
    <Card title={<Trans>Who they are</Trans>}>
      {isOpen ? (
        <ContactsForm contacts={contacts} onDone={() => setOpen(false)} />
      ) : (
        <Button onPress={() => setOpen(true)}>
          <Trans>Change whom to tell</Trans>
        </Button>
      )}
    </Card>
  )
}
