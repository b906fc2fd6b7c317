// Groups: learners taught together in one subject, and the adults who work with them.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'

/** The colour of the group's exercise book. */
export const Cover = z.enum(['bottle', 'brick', 'plum', 'sky', 'mustard', 'slate'])
export type Cover = z.infer<typeof Cover>

export const GroupKind = z.enum(['class', 'support'])
export type GroupKind = z.infer<typeof GroupKind>

/** What an adult does in a group. Marking a success criterion *met* needs the role of teacher as well. */
export const StaffPart = z.enum(['practitioner', 'teacher'])
export type StaffPart = z.infer<typeof StaffPart>

export const GroupName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
export const Subject = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))

export const GroupStaff = z.object({
  personId: Id,
  name: z.string(),
  part: StaffPart,
  /** The one session that this colleague takes now; null for who works with the group always. */
  sessionId: z.nullable(Id),
})
export type GroupStaff = z.infer<typeof GroupStaff>

export const Group = z.object({
  id: Id,
  name: z.string(),
  subject: z.string(),
  cover: Cover,
  kind: GroupKind,
  learnerCount: z.int(),
  staff: z.array(GroupStaff),
  /** Whoever made it manages it, while they work with it. */
  createdBy: Id,
})
export type Group = z.infer<typeof Group>

/** The creator works with the group from today on: as teacher if that is a role of theirs, else as practitioner. */
export const groupCreate = command('group.create', {
  where: 'school',
  summary: 'Make a group; whoever makes it works with it.',
  input: z.object({ id: Id, name: GroupName, subject: Subject, cover: Cover, kind: GroupKind }),
  output: z.object({}),
})

export const groupRename = command('group.rename', {
  where: 'school',
  summary: 'Give a group another name.',
  input: z.object({ groupId: Id, name: GroupName }),
  output: z.object({}),
})

/**
 * `id` names the membership. A practitioner or teacher can add learners they registered who are in no group yet, and learners they work with already,
 * and those who left the group today:
 * adding is never a way to a record. The office (administrator, data lead) can add anyone. Refused: `already_in_group`, `group_closed`.
 */
export const groupAddLearner = command('group.addLearner', {
  where: 'school',
  summary: 'Add a learner to a group from today on.',
  input: z.object({ id: Id, groupId: Id, learnerId: Id }),
  output: z.object({}),
})

/** What was made with the learner today still counts and may still arrive; the record is closed to the group at once. */
export const groupRemoveLearner = command('group.removeLearner', {
  where: 'school',
  summary: 'Take a learner out of a group.',
  input: z.object({ groupId: Id, learnerId: Id }),
  output: z.object({}),
})

/** `id` names the membership. Refused: `already_in_group`, `part_without_role`, `group_closed`. */
export const groupAddStaff = command('group.addStaff', {
  where: 'school',
  summary: 'Let a colleague work with a group from today on.',
  input: z.object({ id: Id, groupId: Id, personId: Id, part: StaffPart }),
  output: z.object({}),
})

export const groupRemoveStaff = command('group.removeStaff', {
  where: 'school',
  summary: 'End a colleague’s work with a group.',
  input: z.object({ groupId: Id, personId: Id }),
  output: z.object({}),
})

/** Ends everybody's part in it. Refused: `group_closed`. */
export const groupClose = command('group.close', {
  where: 'school',
  summary: 'Close a group; its records stay with its learners.',
  input: z.object({ groupId: Id }),
  output: z.object({}),
})

export const groupMine = query('group.mine', {
  where: 'school',
  summary: 'The groups that the actor works with today.',
  input: z.object({}),
  output: z.object({ groups: z.array(Group) }),
})

export const groupAll = query('group.all', {
  where: 'school',
  summary: 'All open groups of the school, for those who look after them: names and counts, no learners.',
  input: z.object({}),
  output: z.object({ groups: z.array(Group) }),
})
