// What an entry of the outbox says, in a line: what it is, whom it is about, what was noted, and why it was refused.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { learnerObservationCorrect, learnerObservationRecord } from '../../../school/observations/contract.ts'
import { codeMessages, type Reasons } from '../../messages.ts'
import type { EntryReason } from '../../offline/entry-format.ts'
import type { OwnEntry } from '../../offline/outbox-view.ts'

const kinds: Readonly<Record<string, MessageDescriptor>> = {
  'learnerObservation.record': msg`An observation`,
  'visit.record': msg`A visit to a candidate`,
  'learnerObservation.correct': msg`A correction of an observation`,
  'learnerObservation.withdraw': msg`An observation taken back`,
  'photo.add': msg`A photo of work`,
  'session.start': msg`The start of a session`,
  'session.open': msg`The start of a session`,
  'brief.write': msg`A line of a brief`,
  'brief.noteLearner': msg`A line of a brief about a learner`,
  'brief.takeStep': msg`Where a brief stands`,
  'advice.ask': msg`A question to a colleague about strategies`,
  'advice.write': msg`What a colleague advises`,
  'hingeQuestion.make': msg`A hinge question`,
  'hingeQuestion.retire': msg`A hinge question put away`,
  'misconception.add': msg`A misconception`,
  'misconception.change': msg`A change to a misconception`,
  'handover.send': msg`A handover`,
  'handover.addLine': msg`A line of a handover`,
  'handover.share': msg`With whom a handover is shared`,
  'handover.markRead': msg`A handover read`,
  'handover.withdraw': msg`A handover taken back`,
  'handover.decide': msg`A decision on a handover`,
  'handover.nameInDecision': msg`Whom a decision is about`,
  'handover.carryOut': msg`Where a decision was carried out`,
  'nextAction.add': msg`A next action`,
  'nextAction.mark': msg`What became of a next action`,
  'lookedExample.keep': msg`What changed because you looked`,
  'lookedExample.withdraw': msg`An example of what changed, taken back`,
  'goal.set': msg`A goal`,
  'goal.close': msg`A goal closed`,
  'goal.setLearnerWording': msg`A goal in the learner’s words`,
  'goal.takeAlong': msg`A goal that goes along`,
  'goalTalk.say': msg`A goal in the learner’s own way`,
  'goalTalk.unsay': msg`An own wording taken back`,
  'goalTalk.note': msg`What was settled about a goal`,
  'goalTalk.withdraw': msg`Something settled about a goal, taken back`,
  'goalExample.add': msg`An example for a goal`,
  'goalExample.withdraw': msg`An example taken away`,
  'successCriterion.markMet': msg`A success criterion marked met`,
  'successCriterion.unmarkMet': msg`A success criterion no longer marked met`,
  'feedback.give': msg`Feedback`,
  'feedback.correct': msg`A correction of feedback`,
  'feedback.noteResponse': msg`How feedback was taken up`,
  'feedback.withdraw': msg`Feedback taken back`,
  'improvement.record': msg`A second attempt`,
  'improvement.correct': msg`What changed in a second attempt`,
  'improvement.withdraw': msg`A second attempt taken back`,
  'learner.register': msg`A new learner`,
  'learner.rename': msg`A learner’s name`,
  'learner.chooseSymbol': msg`A learner’s symbol`,
  'learner.setWhatHelps': msg`What helps a learner`,
  'profile.write': msg`A part of a profile`,
  'task.keep': msg`A task idea`,
  'achievement.keep': msg`An achievement`,
  'achievement.withdraw': msg`An achievement taken out`,
  'achievement.decline': msg`An offer for the log`,
  'result.read': msg`A result of a test`,
  'result.withdrawImport': msg`Results taken back`,
  'motivation.note': msg`Who became keener`,
  'assignment.saveDraft': msg`What you are writing for your assignment`,
  'group.create': msg`A new group`,
  'group.rename': msg`A group’s name`,
  'group.removeLearner': msg`A learner taken out of a group`,
  'consent.set': msg`A consent`,
  'group.addLearner': msg`A learner added to a group`,
  'group.addStaff': msg`A colleague added to a group`,
}

/** What kind of thing an entry is; a kind that has no words here is still shown. */
export function kindOf({ command }: Pick<OwnEntry, 'command'>): MessageDescriptor {
  return kinds[command] ?? msg`Something that was kept`
}

const observations: readonly string[] = [learnerObservationRecord.name, learnerObservationCorrect.name]

/** Whether an entry is an observation, whose words can be mended here. */
export function isObservation({ command }: Pick<OwnEntry, 'command'>): boolean {
  return observations.includes(command)
}

/** The learner whom an entry is about, if one. */
export function learnerIdOf({ input }: Pick<OwnEntry, 'input'>): string | undefined {
  const id = (input as { readonly learnerId?: unknown } | undefined)?.learnerId
  return typeof id === 'string' ? id : undefined
}

/** What was noted, to know an entry by; the child's words first. */
export function notedIn({ input }: Pick<OwnEntry, 'input'>): string | undefined {
  const said = (input ?? {}) as Readonly<Record<string, unknown>>
  return [
    said.childWords,
    said.whatSeen,
    said.myView,
    said.didWell,
    said.whatChanged,
    said.wording,
    said.text,
    said.idea,
    said.seen,
    said.name,
    said.givenName,
  ].find((each): each is string => typeof each === 'string' && each !== '')
}

const reasons: Reasons = {
  nothing_recorded: msg`Nothing was noted in it.`,
  in_future: msg`Its time lies ahead: this device’s clock is wrong.`,
  goal_closed: msg`The goal was closed before.`,
  goal_of_another: msg`The goal belongs to another learner.`,
  criterion_of_another_goal: msg`The success criterion belongs to another goal.`,
  nothing_said: msg`Nothing is said in it.`,
  names_a_learner: msg`A child’s name stands in it, and an example is nobody’s.`,
  already_taken_along: msg`The goal went along already.`,
  group_closed: msg`The group is closed.`,
  same_group: msg`The goal is in that group already.`,
  not_a_group_goal: msg`It is one learner’s goal, and goes where the learner goes.`,
  session_of_another: msg`The session belongs to another group.`,
  photo_of_another: msg`Its photo is not there.`,
  attempt_of_another: msg`One of its attempts is not there.`,
  attempt_withdrawn: msg`The second attempt was taken back.`,
  feedback_of_another: msg`The feedback it came from is not there.`,
  has_mark: msg`There is a mark or a grade in it.`,
  no_consent: msg`There was no consent to photos on that day.`,
  already_corrected: msg`It was corrected already.`,
  correction_of_another: msg`It corrects somebody else’s observation.`,
  source_gone: msg`What it was made from was taken back.`,
  about_needed: msg`It does not say what it is about.`,
  about_elsewhere: msg`Only a starting point says what it is about.`,
  date_needed: msg`Its day is missing.`,
  date_elsewhere: msg`Only a starting point has a day.`,
  sounds_like_a_trait: msg`It says what the child is like. Say what you saw.`,
  withdrawn: msg`It was taken back already.`,
}

/** Why an entry needs attention. */
export function reasonWords({ code, reason }: EntryReason): MessageDescriptor {
  if (code === 'unreadable') return msg`It can’t be read any more on this device. Only discarding it is left.`
  if (code === 'learner_erased') return msg`The learner’s records were erased, and what was noted here with them.`
  if (code === 'not_found') return msg`What it belongs to is not there, or no longer yours to work with.`
  return (reason === undefined ? undefined : reasons[reason]) ?? codeMessages[code]
}
