// Headings, signs, decisions and refusals of handovers in words.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Reasons } from '../../web/messages.ts'
import type { DraftHeading } from '../drafts/contract.ts'
import type { HandoverDecision, ResponsibilitySign, SharedWith, ShownDecision } from './contract.ts'

export const headingWords: Readonly<Record<DraftHeading, MessageDescriptor>> = {
  progress: msg`Participation and progress`,
  response: msg`Response to the assessment`,
  responsibility: msg`Taking responsibility`,
}

export const signWords: Readonly<Record<ResponsibilitySign, MessageDescriptor>> = {
  starts_alone: msg`Starts without being told`,
  fetches_resource: msg`Fetches a resource`,
  checks_work: msg`Checks own work`,
  asks_precisely: msg`Asks a precise question`,
  chooses_next: msg`Chooses the next goal`,
  uses_feedback: msg`Uses feedback without reminding`,
  helps_peer: msg`Helps a peer explain`,
}

export const decisionWords: Readonly<Record<HandoverDecision, MessageDescriptor>> = {
  regroup: msg`Regroup`,
  reteach: msg`Teach again`,
  move_on: msg`Move on`,
  see_learner: msg`See the learner`,
  no_change: msg`No change`,
  own: msg`In my own words`,
}

export const sharedWords: Readonly<Record<SharedWith, MessageDescriptor>> = {
  senco: msg`SENCO`,
  subject_lead: msg`Subject lead`,
}

export const handoverReasons: Reasons = {
  nothing_said: msg`Write a line, or tap a sign, before you send`,
  too_many_words: msg`Too long to read in thirty seconds: take some lines out until 120 words are left`,
  names_a_learner: msg`No names in this line: tap the children it is for instead, so that each record stays with its child`,
  names_two: msg`One line, one child: write a line for each, so that each record stays with its child`,
  names_two_alike: msg`Two children have this name. Write the line without it, or take a line of theirs and change it`,
  names_another: msg`This line names another child. Write a line for each`,
  own_words_missing: msg`Say in your own words what you decide`,
}

/** @example decisionSaid({ decision: 'own', ownWords: 'Fold first' }, t) // 'Fold first' */
export function decisionSaid(
  { decision, ownWords }: Pick<ShownDecision, 'decision' | 'ownWords'>,
  t: (words: MessageDescriptor) => string,
): string {
  return ownWords ?? t(decisionWords[decision])
}
