// Worried about a child: whom to tell, at once and without network; for head and administrator also the form that says so.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { ContactsForm } from '../../../school/safeguarding/ContactsForm.tsx'
import { useSchoolContacts } from '../../../school/safeguarding/client.ts'
import { canSetContacts } from '../../../school/safeguarding/policy.ts'
import { WhomToTell } from '../../../school/safeguarding/WhomToTell.tsx'
import { WorryAdvice } from '../../../school/safeguarding/WorryAdvice.tsx'
import { useWorryStop } from '../../../school/safeguarding/WorryStop.tsx'
import { useActor } from '../../member.ts'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'

export function SafeguardingPage() {
  const asked = useSchoolContacts()
  const stop = useWorryStop([], () => undefined)
  const canSet = canSetContacts(useActor())
  const contacts = asked.state === 'answered' ? asked.answer.contacts : []
  const known =
    asked.state === 'answered'
      ? ({ state: 'known', contacts } as const)
      : ({ state: asked.state === 'loading' ? 'loading' : 'unknown' } as const)
  return (
    <>
      <PageHeader title={<Trans>Worried about a child?</Trans>} />
      <Stack>
        <Card title={<Trans>Whom to tell now</Trans>}>
          <WhomToTell known={known} />
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
        {canSet && asked.state === 'answered' && <Change key={asked.answer.setAt} contacts={contacts} />}
      </Stack>
      {stop.dialogs}
    </>
  )
}

function Change({ contacts }: Pick<Parameters<typeof ContactsForm>[0], 'contacts'>) {
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
