// Choosing a PIN for this device, typed twice; or none, where the device is one's own.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { type PinFault, pinFault } from '../../offline/lock-rules.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './door.module.css'
import { PinField } from './PinField.tsx'

interface ChoosePinFormProps {
  /** Whether it stands alone on the page and brings the page's heading. */
  readonly isOwnPage?: boolean
  readonly onChosen: (pin: string) => Promise<void>
  readonly onSkipped?: () => void
}

type Fault = PinFault | 'different'

export function ChoosePinForm({ isOwnPage = true, onChosen, onSkipped }: ChoosePinFormProps) {
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<Fault>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = pinFault(pin) ?? (pin === again ? undefined : 'different')
    setFault(found)
    if (found !== undefined) return
    setIsBusy(true)
    await onChosen(pin)
    setIsBusy(false)
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {isOwnPage && <Heading />}
      <p>
        <Trans>Six digits bring you back in quickly, and work without a network. What you keep here is closed to the next person.</Trans>
      </p>
      <PinField
        name="pin"
        label={<Trans>PIN</Trans>}
        hint={<Trans>Six digits, not 123456 or one digit six times</Trans>}
        error={fault === 'six_digits' || fault === 'too_easy' ? faultWords[fault] : undefined}
        value={pin}
        onChange={setPin}
        hasFocus={isOwnPage}
      />
      <PinField
        name="pin-again"
        label={<Trans>The same again</Trans>}
        error={fault === 'different' ? faultWords.different : undefined}
        value={again}
        onChange={setAgain}
      />
      {onSkipped !== undefined && (
        <p>
          <Trans>Without a PIN this device asks for your password after half an hour, and that needs a network.</Trans>
        </p>
      )}
      <div className={styles.acts}>
        <Button kind="primary" type="submit" isPending={isBusy}>
          <Trans>Use this PIN</Trans>
        </Button>
        {onSkipped !== undefined && (
          <Button kind="quiet" onPress={onSkipped}>
            <Trans>Not on this device</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}

function Heading() {
  return (
    <h1 tabIndex={-1}>
      <Trans>A PIN for this device</Trans>
    </h1>
  )
}

const faultWords: Readonly<Record<Fault, ReactNode>> = {
  six_digits: <Trans>Type six digits.</Trans>,
  too_easy: <Trans>Choose digits that are harder to guess.</Trans>,
  different: <Trans>The two are not the same. Type it again.</Trans>,
}
