// Feedback on screen: what was said of each item, giving it, answering it.

import type { Id } from '../../core/ids.ts'
import { useActing, useAsked } from '../../web/asking.ts'
import { itemFeedbackAnswer, itemFeedbackForUnit, itemFeedbackGive } from './contract.ts'

export function useItemFeedback(registrationId: Id) {
  return useAsked(itemFeedbackForUnit, { registrationId })
}

export function useGivingFeedback() {
  return useActing(itemFeedbackGive)
}

export function useAnsweringFeedback() {
  return useActing(itemFeedbackAnswer)
}
