// For the centre administrator: who is registered on what with whom, and registering another.
import { Trans } from '@lingui/react/macro'
import { FileArchive, FileDown, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { LetterImport } from '../../../centre/arrivals/LetterImport.tsx'
import { NoticeCards } from '../../../centre/candidates/NoticeCards.tsx'
import { TargetCard } from '../../../centre/decisions/TargetCard.tsx'
import { BringPortfolio } from '../../../centre/portfolios/BringPortfolio.tsx'
import { BroughtList } from '../../../centre/portfolios/BroughtList.tsx'
import { canRegister } from '../../../centre/registrations/policy.ts'
import { RegistrationForm } from '../../../centre/registrations/RegistrationForm.tsx'
import { RegistrationList } from '../../../centre/registrations/RegistrationList.tsx'
import { ClaimCard } from '../../../centre/signoff/ClaimCard.tsx'
import { useActor } from '../../member.ts'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { BeforeSigning } from './BeforeSigning.tsx'

export function RegistrationsPage() {
  return canRegister(useActor()) ? <Registrations /> : <NotFoundPage />
}

function Registrations() {
  const [open, setOpen] = useState<'register' | 'letter' | 'portfolio'>()
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
            <Button icon={FileArchive} onPress={() => setOpen('portfolio')}>
              <Trans>Bring a portfolio in</Trans>
            </Button>
          </>
        }
      />
      <Stack>
        <BeforeSigning />
        <RegistrationList />
        <Card title={<Trans>Notices for candidates</Trans>}>
          <NoticeCards />
        </Card>
        <ClaimCard />
        <TargetCard />
        <BroughtList />
      </Stack>
      {open === 'register' && <RegistrationForm onClose={close} />}
      {open === 'letter' && <LetterImport onClose={close} />}
      {open === 'portfolio' && <BringPortfolio onClose={close} />}
    </>
  )
}
