// When a photo of work may be kept.
import { type Refusal, refused } from '../../core/errors.ts'

/** The family's consent must have held on the day on which the photo was taken. */
export function consentRefusal(isAllowed: boolean): Refusal | undefined {
  return isAllowed ? undefined : refused('no_consent', 'learnerId')
}
