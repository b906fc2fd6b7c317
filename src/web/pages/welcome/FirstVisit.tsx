// The first visit of an installation: set up one's own organisation, or look round the sample.
import { Trans } from '@lingui/react/macro'
import { Building2, Eye } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { part } from '../../ui/part.tsx'
import { WordsButton } from '../../ui/Words.tsx'
import { Sheet } from './Sheet.tsx'

const SetUpForm = part(async () => (await import('./SetUpForm.tsx')).SetUpForm)
const SampleForm = part(async () => (await import('./SampleForm.tsx')).SampleForm)

type Choice = 'none' | 'own' | 'sample'

export function FirstVisit() {
  const [choice, setChoice] = useState<Choice>('none')
  const back = () => setChoice('none')
  if (choice === 'own') {
    return (
      <Sheet key="own" title={<Trans>Set up my organisation</Trans>}>
        <SetUpForm onBack={back} />
      </Sheet>
    )
  }
  if (choice === 'sample') {
    return (
      <Sheet key="sample" title={<Trans>Look round the sample</Trans>}>
        <SampleForm onBack={back} />
      </Sheet>
    )
  }
  return (
    <Sheet key="none" title={<Trans>Welcome to Evident</Trans>}>
      <p>
        <Trans>Nobody works here yet. Have the set-up code at hand that the terminal printed when Evident started.</Trans>
      </p>
      <Stack gap="small">
        <Button kind="primary" icon={Building2} isWide onPress={() => setChoice('own')}>
          <Trans>Set up my organisation</Trans>
        </Button>
        <Button icon={Eye} isWide onPress={() => setChoice('sample')}>
          <Trans>Look round the sample school and college</Trans>
        </Button>
      </Stack>
      <WordsButton />
    </Sheet>
  )
}
