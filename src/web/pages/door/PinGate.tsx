// Before the first capture on a device: a PIN, so that the lock does not end a lesson; or none, where the device is one's own.
import { type ReactNode, useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import { device, useAccess } from '../../device.ts'
import { part } from '../../ui/part.tsx'
import styles from './door.module.css'

// Once for a person on a device: it is fetched then.
const ChoosePinForm = part(async () => (await import('./ChoosePinForm.tsx')).ChoosePinForm)

const keyOf = (userId: Id) => `evident no PIN ${userId}`

export function PinGate({ children }: { readonly children: ReactNode }) {
  const access = useAccess()
  const person = access.state === 'open' ? access.person : undefined
  const [hasSkipped, setHasSkipped] = useState(() => person !== undefined && localStorage.getItem(keyOf(person.userId)) !== null)
  if (person === undefined || person.hasPin || hasSkipped) return children
  const skip = () => {
    localStorage.setItem(keyOf(person.userId), '')
    setHasSkipped(true)
  }
  return (
    <main className={styles.door} data-cover="bottle">
      <div className={styles.sheet}>
        <ChoosePinForm onChosen={(pin) => device().access.choosePin(pin)} onSkipped={skip} />
      </div>
    </main>
  )
}
