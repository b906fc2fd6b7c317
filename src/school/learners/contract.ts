// Learners: the least that a lesson needs to know of a child.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { SymbolName } from '../../core/symbols.ts'

/** A given name, as the child is called: "Aaliyah", "Anna Maria", "D'Arcy". */
export const GivenName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))

/** One capital letter of any alphabet. */
export const FamilyInitial = z.string().check(z.regex(/^\p{Lu}\p{M}?$/u))

export const WhatHelps = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const Learner = z.object({
  id: Id,
  givenName: z.string(),
  familyInitial: z.nullable(z.string()),
  /** As screens show it: "Callum B". */
  name: z.string(),
  symbol: z.nullable(z.string()),
  whatHelps: z.nullable(z.string()),
})
export type Learner = z.infer<typeof Learner>

export const learnerRegister = command('learner.register', {
  where: 'school',
  summary: 'Register a learner by given name and the family name’s initial.',
  input: z.object({ id: Id, givenName: GivenName, familyInitial: z.nullable(FamilyInitial) }),
  output: z.object({}),
})

export const learnerRename = command('learner.rename', {
  where: 'school',
  summary: 'Mend a learner’s name.',
  input: z.object({ learnerId: Id, givenName: GivenName, familyInitial: z.nullable(FamilyInitial) }),
  output: z.object({}),
})

export const learnerChooseSymbol = command('learner.chooseSymbol', {
  where: 'school',
  summary: 'Keep the picture that a learner chose.',
  input: z.object({ learnerId: Id, symbol: SymbolName }),
  output: z.object({}),
})

/** The profile's section of that name, written from a list in a line; handled where profiles are. */
export const learnerSetWhatHelps = command('learner.setWhatHelps', {
  where: 'school',
  summary: 'Say in a few words what helps a learner.',
  input: z.object({ learnerId: Id, whatHelps: z.nullable(WhatHelps) }),
  output: z.object({}),
})

export const learnerInGroup = query('learner.inGroup', {
  where: 'school',
  summary: 'The learners of a group, by name.',
  input: z.object({ groupId: Id }),
  output: z.object({ learners: z.array(Learner) }),
})

/** Names alone, to set a consent or to erase: nothing that anybody noted. */
export const learnerList = query('learner.list', {
  where: 'school',
  summary: 'Names of all learners of the school, for its office.',
  input: z.object({}),
  output: z.object({
    learners: z.array(z.object({ id: Id, name: z.string(), symbol: z.nullable(z.string()), groups: z.array(z.string()) })),
  }),
})

/** Nothing of a record: names alone, so that a device can ask before one is written outside of the school. */
export const learnerGivenNames = query('learner.givenNames', {
  where: 'school',
  summary: 'Given names of the learners in one’s own groups, so that a device can ask before one is written into a portfolio.',
  input: z.object({}),
  output: z.object({ names: z.array(z.string()) }),
})
