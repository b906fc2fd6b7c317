// Registrations: a candidate on a unit with an assessor, and the address at which her evidence arrives.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'

export const Registration = z.object({
  id: Id,
  candidateId: Id,
  candidateName: z.string(),
  candidateNumber: z.string(),
  assessorId: Id,
  assessorName: z.string(),
  packCode: z.string(),
  packVersion: z.int(),
  unitNumber: z.string(),
  unitTitle: z.string(),
  registeredOn: Day,
  endsOn: z.nullable(Day),
})
export type Registration = z.infer<typeof Registration>

export const registrationCreate = command('registration.create', {
  where: 'centre',
  summary: 'Registers a candidate on a unit with an assessor. Centre administrator.',
  input: z.object({
    id: Id,
    candidateId: Id,
    assessorId: Id,
    candidateNumber: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    packCode: z.string().check(z.minLength(1), z.maxLength(60)),
    registeredOn: Day,
    endsOn: z.nullable(Day),
  }),
  output: z.object({}),
})

export const registrationMine = query('registration.mine', {
  where: 'centre',
  summary: 'The candidate’s own registrations.',
  input: z.object({}),
  output: z.array(Registration),
})

export const registrationList = query('registration.list', {
  where: 'centre',
  summary: 'An assessor’s candidates; for the centre administrator, all of them.',
  input: z.object({}),
  output: z.array(Registration),
})

export const registrationShow = query('registration.show', {
  where: 'centre',
  summary: 'One registration, for its candidate, its assessor and the centre administrator.',
  input: z.object({ registrationId: Id }),
  output: Registration,
})

export const registrationAddress = query('registration.address', {
  where: 'centre',
  summary: 'The portfolio’s address as text, signed by the centre, to be handed to a school.',
  input: z.object({ registrationId: Id }),
  output: z.object({ address: z.string() }),
})
