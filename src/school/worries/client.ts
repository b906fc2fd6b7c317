// Shown notes on screen. Showing and answering are done at once or not at all: nothing about a worry waits in a queue.
import { msg } from '@lingui/core/macro'
import type { Parsed } from '../../core/contract.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import { type LineThatGoes, type NoteToRead, worryForLearner, worryLinesThatGo, worryNotes } from './contract.ts'

export function useShownNotes(learnerId: Id): Asked<Parsed<typeof worryForLearner.output>> {
  return useAsked(worryForLearner, { learnerId })
}

export function useNotesToRead(): Asked<readonly NoteToRead[]> {
  const asked = useAsked(worryNotes, {})
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.notes } : asked
}

/** What else goes with a note, for its lead before the act. */
export function useLinesThatGo(shownNoteId: Id, learnerId: Id): Asked<readonly LineThatGoes[]> {
  const asked = useAsked(worryLinesThatGo, { shownNoteId, learnerId })
  return asked.state === 'answered' ? { ...asked, answer: asked.answer.lines } : asked
}

export const worryReasons: Reasons = {
  withdrawn: msg`This note was withdrawn already: nobody sees it. Tell the safeguarding lead in person.`,
  shown_already: msg`The safeguarding lead can see this note already. Tell them in person too.`,
  answered_already: msg`This was answered meanwhile. Load the page again.`,
  unavailable: msg`No connection just now, and nothing was sent. Tell the safeguarding lead in person, and show them this screen.`,
}
