// Safeguarding: whom a school tells about a worry. The worry itself has no shape here: it is sent nowhere.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

/** What somebody is to a worry about a child; a concern about staff goes to the `head`, about the head to the `chair_of_governors`. */
export const SafeguardingPart = z.enum(['lead', 'deputy', 'head', 'local_authority_officer', 'chair_of_governors'])
export type SafeguardingPart = z.infer<typeof SafeguardingPart>

export const SafeguardingContact = z.object({
  part: SafeguardingPart,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)),
})
export type SafeguardingContact = z.infer<typeof SafeguardingContact>

/** Refused: `part_missing` (somebody for every part), `phone_wrong` (field `contacts.<place>.phone`). */
export const safeguardingSetContacts = command('safeguarding.setContacts', {
  where: 'school',
  summary: 'Say whom to tell about a worry for a child, in order; the list before it holds no more.',
  input: z.object({
    id: Id,
    /** First to last. */
    contacts: z.array(SafeguardingContact).check(z.maxLength(10)),
  }),
  output: z.object({}),
})

export const safeguardingContacts = query('safeguarding.contacts', {
  where: 'school',
  summary: 'Whom to tell about a worry for a child, in order.',
  input: z.object({}),
  output: z.object({
    /** First to last; none while the school has entered nobody. */
    contacts: z.array(SafeguardingContact),
    setAt: z.nullable(Moment),
  }),
})
