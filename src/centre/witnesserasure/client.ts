// Erasing a witness's name on screen: what goes and what stays, asked beforehand, and the words for what keeps it from going.
import { msg } from '@lingui/core/macro'
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useActing, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { witnessErase, witnessPreviewErasure } from './contract.ts'

export type Preview = Parsed<typeof witnessPreviewErasure.output>

/** @param witnessId undefined once the name is erased: nothing is left to be asked then */
export function useErasurePreview(witnessId: Id | undefined): Asked<Preview> {
  return useAsked(witnessPreviewErasure, witnessId === undefined ? undefined : { witnessId })
}

export function useEraseWitness() {
  return useActing(witnessErase)
}

export const erasureReasons: Reasons = {
  erased_already: msg`The name was erased already.`,
  unit_rests_on_it: msg`A unit that is not claimed yet rests on a statement of this witness. Open this again to see which.`,
}
