// For the centre administrator: who is registered on what with whom, and registering another.
import { Trans } from '@lingui/react/macro'
import { FileDown, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { LetterImport } from '../../../centre/arrivals/LetterImport.tsx'
import { TargetCard } from '../../../centre/decisions/TargetCard.tsx'
import { RegistrationForm } from '../../../centre/registrations/RegistrationForm.tsx'
import { RegistrationList } from '../../../centre/registrations/RegistrationList.tsx'
import { ClaimCard } from '../../../centre/signoff/ClaimCard.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function RegistrationsPage() {
  const [open, setOpen] = useState<'register' | 'letter'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={<Trans>Candidates</Trans>}
        about={<Trans>Who is registered on which unit, with which assessor</Trans>}
        actions={
          <>
            <Button kind="primary" icon={UserPlus} onPress={() => setOpen('register')}>
              <Trans>Register a candidate</Trans>
            </Button>
            <Button icon={FileDown} onPress={() => setOpen('letter')}>
              <Trans>Take in a letter</Trans>
            </Button>
          </>
        }
      />
      <RegistrationList />
      <ClaimCard />
      <TargetCard />
      {open === 'register' && <RegistrationForm onClose={close} />}
      {open === 'letter' && <LetterImport onClose={close} />}
    </>
  )
}
