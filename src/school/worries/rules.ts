// When a note can be shown to the safeguarding lead, and when the lead can answer.
import { type Refusal, refused } from '../../core/errors.ts'
import type { ShownNoteState } from './contract.ts'

/** What is out of sight is not shown again; what waits is shown once. A note that the lead kept can be shown again. */
export function showRefusal(note: { isStanding: boolean; isWaiting: boolean }): Refusal | undefined {
  if (!note.isStanding) return refused('withdrawn', 'observationId')
  return note.isWaiting ? refused('shown_already', 'observationId') : undefined
}

/** A note is answered once. */
export function answerRefusal(state: ShownNoteState): Refusal | undefined {
  return state === 'open' ? undefined : refused('answered_already', 'shownNoteId')
}
