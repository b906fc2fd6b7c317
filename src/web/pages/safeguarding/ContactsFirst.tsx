// While a school has not said whom to tell, its administrator and head see this first.
import { Trans } from '@lingui/react/macro'
import { safeguardingContacts } from '../../../school/safeguarding/contract.ts'
import { useAsked } from '../../asking.ts'
import { Stack } from '../../ui/Layout.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { ContactsForm } from './lazy-parts.ts'

export function ContactsFirst() {
  const asked = useAsked(safeguardingContacts, {})
  if (asked.state !== 'answered' || asked.answer.contacts.length > 0) return null
  return (
    <Card title={<Trans>First: whom to tell about a worry</Trans>}>
      <Stack gap="small">
        <p>
          <Trans>Your colleagues find these names wherever they type a note. Until then they see 999 and “tell the head”.</Trans>
        </p>
        <ContactsForm contacts={[]} onDone={() => undefined} />
      </Stack>
    </Card>
  )
}
