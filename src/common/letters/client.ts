// The bridge and its register on screen, and a letter as a file to carry.
import { msg } from '@lingui/core/macro'
import { type Asked, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { bridgeShow, bridgeSwitchOff, bridgeSwitchOn, type LetterFile, letterRegister, type SentLetter } from './contract.ts'

export interface BridgeState {
  readonly isOn: boolean
  readonly onAt: string | null
  readonly onByName: string | null
  readonly fingerprint: string
}

/** Whether evidence may leave this school. */
export function useBridge(): Asked<BridgeState> {
  return useAsked(bridgeShow, {})
}

/** The two acts of those who decide it. */
export function useBridgeSwitch() {
  return { on: useSending(bridgeSwitchOn), off: useSending(bridgeSwitchOff) }
}

/** What left the school: descriptors, newest first, each with the letter that takes it back beside it. */
export function useRegister(): Asked<readonly SentLetter[]> {
  const asked = useAsked(letterRegister, {})
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.filter(({ kind }) => kind === 'descriptor') } : asked
}

/** Gives the browser a letter to save. */
export function saveLetter(name: string, file: LetterFile): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, undefined, 1)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Why the post could not bring a letter, in words. */
export const deliveryReasons: Reasons = {
  centre_gone: msg`The centre is no longer on this installation.`,
  unknown_registration: msg`The centre has no such registration any more.`,
  unit_claimed: msg`The certificate of that unit is claimed already. Nothing new is taken in.`,
  registration_ended: msg`That registration is over. Nothing new is taken in; the centre can set another last day.`,
  other_centre: msg`The letter is addressed to another centre.`,
  signature_wrong: msg`The letter and its signature don’t belong together.`,
}
