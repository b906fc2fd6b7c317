// How each thing is done, in a few sentences, for those whose role does it. Longer words are in the guide that comes with the program.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '../../../core/actor.ts'

export interface HowTo {
  readonly title: MessageDescriptor
  readonly steps: MessageDescriptor
  readonly roles: readonly Role[]
}

const classroom: readonly Role[] = ['practitioner', 'teacher']

/** In the order of a lesson, then of an office's year, then of a portfolio. */
export const howTos: readonly HowTo[] = [
  {
    title: msg`Before the lesson: Brief`,
    steps: msg`Open the session under Today. Brief says what they must get, what they may get wrong and what is wanted back. “Ask the teacher” puts four questions to the class teacher’s phone. Nothing came? “Briefing not received” says so, and you go on.`,
    roles: classroom,
  },
  {
    title: msg`At the start: Goal`,
    steps: msg`Show the good example and the weaker one, and let the group say what makes the good one good. Keep each learner’s goal in their own words, drawn, with symbols or in their first language, and tap which step they chose and how they showed that they understood.`,
    roles: classroom,
  },
  {
    title: msg`Beside the children: Capture`,
    steps: msg`Tap whom you noticed, then how much help it took: that is kept at once, with or without a network. Words, Photo, Joining in, How near and Note add to it. Undo takes the last tap back.`,
    roles: classroom,
  },
  {
    title: msg`What do they think? Find out`,
    steps: msg`Ask a hinge question and tap each learner’s answer: a wrong one names its misconception. “Correct but not sure” is not yet secure. Below stand open questions, a silent wait counter, and who was not seen lately.`,
    roles: classroom,
  },
  {
    title: msg`Feedback, and a second try`,
    steps: msg`Say what was done well on a success criterion, and one next action; without both it can’t be kept. Give time, then put the second attempt beside the first and write what changed in the learner’s words. Feedback counts when it is used.`,
    roles: classroom,
  },
  {
    title: msg`At the bell: Hand over`,
    steps: msg`Three headings are drafted from what you captured. Take out what the teacher need not know, add a line, send: at most 120 words. It prints on a small card.`,
    roles: classroom,
  },
  {
    title: msg`Read a handover and decide`,
    steps: msg`It stands under Waiting for me. One tap says what comes next: regroup, reteach, move on, see the learner, no change, or your own words. It stands at the top of the next brief.`,
    roles: ['teacher'],
  },
  {
    title: msg`Say that something is met`,
    steps: msg`On the class page or a learner’s page, “Met” beside a success criterion. Only the class teacher can. You see on which moments it rests, and with how much help.`,
    roles: ['teacher'],
  },
  {
    title: msg`Weekly times and a colleague who covers`,
    steps: msg`In the group’s menu, Timetable: its weekly times. Its sessions then appear by themselves in term. One session is moved, cancelled or handed to a colleague from its own page or the week: they see the group during that session only.`,
    roles: classroom,
  },
  {
    title: msg`Take notes out again`,
    steps: msg`Beside a moment on the learner’s page: Correct or Withdraw for your own. “This is a worry” shows it to the safeguarding lead.`,
    roles: classroom,
  },
  {
    title: msg`Notes shown to you`,
    steps: msg`Under Worried about a child? Put the words into your school’s own record first. Then remove the note here: it goes for good, and whoever wrote it sees that it went.`,
    roles: ['safeguarding_lead'],
  },
  {
    title: msg`Term dates`,
    steps: msg`Enter terms and closed days once: sessions then appear on school days alone.`,
    roles: ['administrator', 'head', 'data_lead'],
  },
  {
    title: msg`Let people in`,
    steps: msg`Under People, invite by a link that works once. Roles have a first and a last day. A link for a new password brings somebody back.`,
    roles: ['administrator', 'centre_administrator'],
  },
  {
    title: msg`Erase a learner`,
    steps: msg`Under Erase, find the learner, see what goes, type the name. It can’t be undone. Keep the list of erasures beside your backups.`,
    roles: ['data_lead'],
  },
  {
    title: msg`Evidence for a portfolio`,
    steps: msg`Beside your own moments: “Offer as evidence”. Read the sentence, mend it, send it. No child’s name leaves the school. My evidence shows what you offered.`,
    roles: ['practitioner'],
  },
  {
    title: msg`Your unit`,
    steps: msg`My unit shows each criterion, what is met and what is missing, and what waits for whom.`,
    roles: ['candidate'],
  },
  {
    title: msg`Decide on evidence`,
    steps: msg`To assess shows what waits, oldest first. Open an item, take out the criteria that it does not show, then Met, or “Not yet, because” with an action.`,
    roles: ['assessor'],
  },
]
