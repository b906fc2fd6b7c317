// The door of a device: who is here, their PIN or their password. Behind it nothing of anybody is on the page.
import { Trans } from '@lingui/react/macro'
import { KeyRound, LogIn } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import type { SignIn } from '../../access-parts.ts'
import type { Face } from '../../access-state.ts'
import { device, useAccess } from '../../device.ts'
import { Button } from '../../ui/Button.tsx'
import { part } from '../../ui/part.tsx'
import styles from './door.module.css'
import { SignInForm, type SignInReason } from './SignInForm.tsx'

// Fetched when they are wanted: a first sign-in on a device needs neither.
const PinForm = part(async () => (await import('./PinForm.tsx')).PinForm)
const ChoosePinForm = part(async () => (await import('./ChoosePinForm.tsx')).ChoosePinForm)

type Step =
  | { readonly at: 'faces' }
  | { readonly at: 'pin'; readonly face: Face; readonly isAfterSignIn: boolean }
  | { readonly at: 'sign_in'; readonly reason: SignInReason }
  | { readonly at: 'new_pin'; readonly userId: Id }

/** Shown while `useAccess` says locked. `children` is what else a visitor may do: set up, look round, ask for help. */
export function LockScreen({ children }: { readonly children?: ReactNode }) {
  const access = useAccess()
  const faces = access.state === 'locked' ? access.faces : []
  const [step, setStep] = useState<Step>(faces.length === 0 ? { at: 'sign_in', reason: 'asked' } : { at: 'faces' })
  const back = faces.length === 0 ? undefined : () => setStep({ at: 'faces' })
  const signedIn = (result: SignIn) => {
    if (!('next' in result) || result.next !== 'pin') return
    const { state } = device().access
    const now = state.get()
    const face = now.state === 'locked' ? now.faces.find(({ userId }) => userId === result.userId) : undefined
    if (face === undefined) return
    const hasForgotten = step.at === 'sign_in' && step.reason === 'forgotten'
    setStep(hasForgotten ? { at: 'new_pin', userId: face.userId } : { at: 'pin', face, isAfterSignIn: true })
  }

  return (
    <main className={styles.door} data-cover="bottle">
      <div className={styles.sheet}>
        {step.at === 'faces' && <Faces faces={faces} onStep={setStep} />}

        {step.at === 'pin' && (
          <PinForm
            face={step.face}
            isAfterSignIn={step.isAfterSignIn}
            onClosed={() => setStep({ at: 'sign_in', reason: 'closed' })}
            onForgotten={() =>
              setStep(step.isAfterSignIn ? { at: 'new_pin', userId: step.face.userId } : { at: 'sign_in', reason: 'forgotten' })
            }
            onBack={back}
          />
        )}
        {step.at === 'sign_in' && <SignInForm reason={step.reason} onSignedIn={signedIn} onBack={back} />}
        {step.at === 'new_pin' && <ChoosePinForm onChosen={(pin) => device().access.forgetPin(step.userId, pin)} />}

        {step.at !== 'new_pin' && children}
      </div>
    </main>
  )
}

function Faces({ faces, onStep }: { readonly faces: readonly Face[]; readonly onStep: (step: Step) => void }) {
  return (
    <>
      <h1 tabIndex={-1}>
        <Trans>Who is here?</Trans>
      </h1>
      <ul className={styles.faces}>
        {faces.map((face) => (
          <li key={face.userId}>
            <Button
              isWide
              icon={face.way === 'pin' ? KeyRound : LogIn}
              onPress={() =>
                onStep(
                  face.way === 'pin'
                    ? { at: 'pin', face, isAfterSignIn: false }
                    : { at: 'sign_in', reason: face.hasPin ? 'first_today' : 'asked' },
                )
              }
            >
              {face.name}
            </Button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onPress={() => onStep({ at: 'sign_in', reason: 'asked' })}>
        <Trans>Somebody else</Trans>
      </Button>
    </>
  )
}
