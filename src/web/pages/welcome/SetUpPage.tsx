// One more organisation on an installation that has one: the same form, with a fresh code from the terminal.
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { SetUpForm } from './SetUpForm.tsx'
import { Sheet } from './Sheet.tsx'

export function SetUpPage() {
  const navigate = useNavigate()
  const toStart = () => void navigate({ to: '/', replace: true })
  return (
    <Sheet title={<Trans>Set up one more organisation</Trans>}>
      <p>
        <Trans>It needs a code of its own. Whoever looks after this installation gets one with “npm run -s evident -- setup-code”.</Trans>
      </p>
      <SetUpForm onBack={toStart} onDone={toStart} />
    </Sheet>
  )
}
