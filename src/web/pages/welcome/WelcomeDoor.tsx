// What somebody meets who is not in yet: the first visit of an installation, or the door.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useInstallation } from '../../installation.ts'
import { Door } from '../../start.tsx'
import { TextLink } from '../../ui/Button.tsx'
import { part } from '../../ui/part.tsx'
import { WordsButton } from '../../ui/Words.tsx'
import { SampleBanner } from '../shell/SampleBanner.tsx'

const SampleSignIns = part(async () => (await import('./SampleSignIns.tsx')).SampleSignIns)
const FirstVisit = part(async () => (await import('./FirstVisit.tsx')).FirstVisit)

export function WelcomeDoor({ children }: { readonly children: ReactNode }) {
  const installation = useInstallation()
  if (installation === 'new') {
    return <FirstVisit />
  }
  return <Door atTheDoor={<AtTheDoor isSample={installation === 'demo'} />}>{children}</Door>
}

function AtTheDoor({ isSample }: { readonly isSample: boolean }) {
  return (
    <>
      <SampleBanner />
      {isSample ? (
        <SampleSignIns />
      ) : (
        <>
          <p>
            <Trans>New here? Your administrator sends you a link. Forgot the password? They make you a new one.</Trans>
          </p>
          <p>
            <TextLink href="/set-up">
              <Trans>Set up one more organisation with a code</Trans>
            </TextLink>
          </p>
        </>
      )}
      <WordsButton />
    </>
  )
}
