// The page that introduces a unit: its sections, ours or the centre's; and for one candidate suggested reading, notes and planning.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

/** What they say, useful words, what the unit is about, an example, guidance on evidence, hints beside the criteria, learning resources. */
export const PageSection = z.enum(['sayings', 'words', 'about', 'example', 'guidance', 'hints', 'resources'])
export type PageSection = z.infer<typeof PageSection>

export const ResourceKind = z.enum(['worksheet', 'handout', 'practice_assignment', 'other'])
export type ResourceKind = z.infer<typeof ResourceKind>

const Link = z.string().check(z.trim(), z.maxLength(500), z.regex(/^(?:https?:\/\/\S+)?$/))

export const PageEntry = z.object({
  /** The outcome (2) or criterion (2.4) that a hint stands beside; empty elsewhere. */
  about: z.string().check(z.regex(/^(?:\d{1,2}(?:\.\d{1,2}[a-z]?)?)?$/)),
  /** A word, a heading, the source of a quotation, the name of a resource; empty where a section has none. */
  title: z.string().check(z.trim(), z.maxLength(200)),
  text: z.string().check(z.trim(), z.maxLength(4000)),
  link: Link,
  kind: z.nullable(ResourceKind),
})
export type PageEntry = z.infer<typeof PageEntry>

export const ShownSection = z.object({
  section: PageSection,
  entries: z.array(PageEntry),
  /** Whose words they are: ours, or the centre's with who wrote them last and when. */
  edited: z.nullable(z.object({ byName: z.string(), at: Moment })),
})
export type ShownSection = z.infer<typeof ShownSection>

const packCode = z.string().check(z.minLength(1), z.maxLength(60))

export const unitPageShow = query('unitPage.show', {
  where: 'centre',
  summary: 'The page that introduces a unit, in all its sections.',
  input: z.object({ packCode }),
  output: z.array(ShownSection),
})

export const unitPageEdit = command('unitPage.edit', {
  where: 'centre',
  summary: 'Writes one section of a unit’s page for the whole centre. Assessor, tutor, centre administrator.',
  input: z.object({ id: Id, packCode, section: PageSection, entries: z.array(PageEntry).check(z.maxLength(60)) }),
  output: z.object({}),
})

export const unitPageBackToOurs = command('unitPage.backToOurs', {
  where: 'centre',
  summary: 'Shows our own text of a section again. What the centre wrote is kept.',
  input: z.object({ id: Id, packCode, section: PageSection }),
  output: z.object({}),
})

export const Reading = z.object({
  id: Id,
  title: z.string(),
  detail: z.string(),
  link: z.string(),
  suggestedById: Id,
  suggestedByName: z.string(),
  suggestedAt: Moment,
  readAt: z.nullable(Moment),
})
export type Reading = z.infer<typeof Reading>

export const UnitNote = z.object({ id: Id, text: z.string(), writtenById: Id, writtenByName: z.string(), writtenAt: Moment })
export type UnitNote = z.infer<typeof UnitNote>

export const unitPageForCandidate = query('unitPage.forCandidate', {
  where: 'centre',
  summary: 'What is suggested to one candidate to read for a unit, and the notes and planning of it.',
  input: z.object({ registrationId: Id }),
  output: z.object({ readings: z.array(Reading), notes: z.array(UnitNote) }),
})

export const readingSuggest = command('reading.suggest', {
  where: 'centre',
  summary: 'Suggests something to read to one candidate. Her assessor or tutor.',
  input: z.object({
    id: Id,
    registrationId: Id,
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    detail: z.string().check(z.trim(), z.maxLength(500)),
    link: Link,
  }),
  output: z.object({}),
})

export const readingTakeBack = command('reading.takeBack', {
  where: 'centre',
  summary: 'Takes a suggestion back. Whoever made it.',
  input: z.object({ readingId: Id }),
  output: z.object({}),
})

export const readingMark = command('reading.mark', {
  where: 'centre',
  summary: 'Says that it was read, or that it was not. The candidate.',
  input: z.object({ readingId: Id, isRead: z.boolean() }),
  output: z.object({}),
})

export const unitNoteWrite = command('unitNote.write', {
  where: 'centre',
  summary: 'Writes into the notes and planning of a unit. Its candidate, assessor or tutor.',
  input: z.object({ id: Id, registrationId: Id, text: z.string().check(z.trim(), z.minLength(1), z.maxLength(3000)) }),
  output: z.object({}),
})

export const unitNoteTakeBack = command('unitNote.takeBack', {
  where: 'centre',
  summary: 'Takes a note of one’s own back.',
  input: z.object({ noteId: Id }),
  output: z.object({}),
})
