// Six digits that bring somebody back in on this device.
import { Plural, Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Face } from '../../access-state.ts'
import { device } from '../../device.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './door.module.css'
import { PinField } from './PinField.tsx'

interface PinFormProps {
  readonly face: Face
  /** The password was right a moment ago: then a forgotten PIN is replaced at once. */
  readonly isAfterSignIn: boolean
  readonly onClosed: () => void
  readonly onForgotten: () => void
  readonly onBack: (() => void) | undefined
}

export function PinForm({ face, isAfterSignIn, onClosed, onForgotten, onBack }: PinFormProps) {
  const [pin, setPin] = useState('')
  const [left, setLeft] = useState<number>()
  const [isBusy, setIsBusy] = useState(false)

  async function tryPin(typed: string): Promise<void> {
    if (isBusy) return
    setIsBusy(true)
    const result = await device().access.enterPin(face.userId, typed)
    setIsBusy(false)
    if (result === 'open') return
    setPin('')
    if (result === 'sign_in' || result.missesLeft === 0) onClosed()
    else setLeft(result.missesLeft)
  }

  function change(typed: string): void {
    setPin(typed)
    if (typed.length === 6) void tryPin(typed)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (pin.length === 6) void tryPin(pin)
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 tabIndex={-1}>{face.name}</h1>
      {isAfterSignIn && (
        <p>
          <Trans>Signed in. Your PIN opens what you kept on this device.</Trans>
        </p>
      )}
      <PinField
        name="pin"
        label={<Trans>PIN</Trans>}
        hint={<Trans>Six digits</Trans>}
        value={pin}
        onChange={change}
        error={left === undefined ? undefined : <Plural value={left} one="Not that PIN. # try left." other="Not that PIN. # tries left." />}
        hasFocus
      />
      <Acts isBusy={isBusy} onForgotten={onForgotten} onBack={onBack} />
    </form>
  )
}

function Acts({ isBusy, onForgotten, onBack }: Pick<PinFormProps, 'onForgotten' | 'onBack'> & { readonly isBusy: boolean }) {
  return (
    <div className={styles.acts}>
      <Button kind="primary" type="submit" isPending={isBusy}>
        <Trans>Open</Trans>
      </Button>
      <Button kind="quiet" onPress={onForgotten}>
        <Trans>I forgot my PIN</Trans>
      </Button>
      {onBack !== undefined && (
        <Button kind="quiet" onPress={onBack}>
          <Trans>Back</Trans>
        </Button>
      )}
    </div>
  )
}
