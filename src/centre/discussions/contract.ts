// Agendas of professional discussions: proposed by one, agreed by the other, before they talk.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

/** One thing to talk about, and the leaf that it may show. */
export const AgendaPoint = z.object({
  leaf: LeafCode,
  point: z.string().check(z.trim(), z.minLength(3), z.maxLength(400)),
  /** The unit that the leaf is of; left out: the agenda’s own. */
  registrationId: z.optional(Id),
  /** That unit’s number, said by the centre where an agenda speaks of several. */
  unit: z.optional(z.string().check(z.maxLength(40))),
})
export type AgendaPoint = z.infer<typeof AgendaPoint>

export const Agenda = z.object({
  id: Id,
  /** The unit in which it was proposed. */
  registrationId: Id,
  points: z.array(AgendaPoint),
  proposedById: Id,
  proposedByName: z.string(),
  proposedAt: Moment,
  /** Null until the other one has agreed. */
  agreedAt: z.nullable(Moment),
  agreedByName: z.nullable(z.string()),
})
export type Agenda = z.infer<typeof Agenda>

export const discussionPropose = command('discussion.propose', {
  where: 'centre',
  summary: 'Candidate or assessor proposes what to talk about, leaf by leaf, in one or several of the units that are between the two.',
  input: z.object({ id: Id, registrationId: Id, points: z.array(AgendaPoint).check(z.minLength(1), z.maxLength(30)) }),
  output: z.object({}),
})

export const discussionAgree = command('discussion.agree', {
  where: 'centre',
  summary: 'The other one agrees to the agenda. A discussion that begins after it is professional discussion.',
  input: z.object({ registrationId: Id, agendaId: Id }),
  output: z.object({}),
})

export const discussionAgendas = query('discussion.agendas', {
  where: 'centre',
  summary: 'The agendas that speak of a unit, newest first.',
  input: z.object({ registrationId: Id }),
  output: z.array(Agenda),
})

/** An agenda that one has yet to agree to. */
export const WaitingAgenda = z.object({ registrationId: Id, candidateName: z.string(), unitNumber: z.string(), agenda: Agenda })
export type WaitingAgenda = z.infer<typeof WaitingAgenda>

export const discussionToAgree = query('discussion.toAgree', {
  where: 'centre',
  summary: 'Agendas that the other one proposed to candidate or assessor, and that nobody has agreed to yet; oldest first.',
  input: z.object({}),
  output: z.array(WaitingAgenda),
})
