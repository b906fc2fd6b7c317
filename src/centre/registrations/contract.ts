// Registrations: a candidate on a unit with an assessor, and the address at which her evidence arrives.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'

export const Registration = z.object({
  id: Id,
  candidateId: Id,
  candidateName: z.string(),
  candidateNumber: z.string(),
  assessorId: Id,
  assessorName: z.string(),
  tutorId: z.nullable(Id),
  tutorName: z.nullable(z.string()),
  /** A qualified assessor who checks the decisions of a trainee assessor. */
  countersignerId: z.nullable(Id),
  countersignerName: z.nullable(z.string()),
  iqaId: z.nullable(Id),
  iqaName: z.nullable(z.string()),
  site: z.nullable(z.string()),
  packCode: z.string(),
  packVersion: z.int(),
  unitNumber: z.string(),
  unitTitle: z.string(),
  registeredOn: Day,
  endsOn: z.nullable(Day),
  /** The last day on which something new is taken in: its own, or the one on which the unit can be certificated last; null while neither is set. */
  closesOn: z.optional(z.nullable(Day)),
  /** External verifiers whose account opens this unit now. */
  eqaIds: z.optional(z.array(Id)),
  /** When the certificate was claimed: from then on nothing of the unit's content changes. */
  claimedAt: z.nullable(Moment),
})
export type Registration = z.infer<typeof Registration>

/** Where the candidate works and is observed. */
export const Site = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))

/** As a form has them: an empty text for nobody and nowhere. */
export const IdOrNone = z.union([Id, z.literal('')])
export const SiteOrNone = z.union([Site, z.literal('')])

export const registrationCreate = command('registration.create', {
  where: 'centre',
  summary: 'Registers a candidate on a unit with an assessor and whoever else has a part in it. Centre administrator.',
  input: z.object({
    id: Id,
    candidateId: Id,
    assessorId: Id,
    candidateNumber: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    packCode: z.string().check(z.minLength(1), z.maxLength(60)),
    registeredOn: Day,
    endsOn: z.nullable(Day),
    tutorId: z.optional(z.nullable(Id)),
    countersignerId: z.optional(z.nullable(Id)),
    iqaId: z.optional(z.nullable(Id)),
    site: z.optional(z.nullable(Site)),
  }),
  output: z.object({}),
})

/** What can change while a unit goes on. Left out: stays as it is. */
const changes = {
  assessorId: z.optional(Id),
  tutorId: z.optional(z.nullable(Id)),
  countersignerId: z.optional(z.nullable(Id)),
  iqaId: z.optional(z.nullable(Id)),
  site: z.optional(z.nullable(Site)),
  endsOn: z.optional(z.nullable(Day)),
}

/** Refused: `unit_claimed`, `nothing_changed`, and as `registration.create`. */
export const registrationChange = command('registration.change', {
  where: 'centre',
  summary:
    'Passes a part to somebody else, changes the site, or ends a registration on another day, with the reason. Centre administrator.',
  input: z.object({ id: Id, registrationId: Id, ...changes, reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) }),
  output: z.object({}),
})

export const RegistrationChange = z.object({
  id: Id,
  field: z.enum(['assessor', 'tutor', 'countersigner', 'iqa', 'site', 'ends_on']),
  was: z.nullable(z.string()),
  became: z.nullable(z.string()),
  reason: z.string(),
  changedByName: z.string(),
  changedAt: Moment,
})
export type RegistrationChange = z.infer<typeof RegistrationChange>

export const registrationChanges = query('registration.changes', {
  where: 'centre',
  summary: 'What changed in a registration and why, the last first.',
  input: z.object({ registrationId: Id }),
  output: z.array(RegistrationChange),
})

export const registrationMine = query('registration.mine', {
  where: 'centre',
  summary: 'The candidate’s own registrations.',
  input: z.object({}),
  output: z.array(Registration),
})

export const registrationList = query('registration.list', {
  where: 'centre',
  summary: 'The registrations in which one has a part as assessor, tutor, countersigner or IQA; for the centre administrator, all of them.',
  input: z.object({}),
  output: z.array(Registration),
})

export const registrationShow = query('registration.show', {
  where: 'centre',
  summary: 'One registration, for whoever has a part in it and the centre administrator.',
  input: z.object({ registrationId: Id }),
  output: Registration,
})

export const registrationAddress = query('registration.address', {
  where: 'centre',
  summary: 'The portfolio’s address as text, signed by the centre, to be handed to a school.',
  input: z.object({ registrationId: Id }),
  output: z.object({ address: z.string() }),
})
