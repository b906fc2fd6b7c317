// Files of a portfolio: begun with a declaration, resumed through a lost network, kept once whole, put aside or purged where one should not be there.
import * as z from 'zod/mini'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Moment } from '../../core/time.ts'

/** What is taken in, in bytes. */
export const largestUpload = 500 * 1024 * 1024

export const FileState = z.enum(['kept', 'quarantined', 'purged'])
export type FileState = z.infer<typeof FileState>

/** A file as a portfolio shows it. What was done to it says by whom, when and why; its name is hidden with its content. */
export const PortfolioFile = z.object({
  id: Id,
  name: z.string(),
  /** By its content, never by its name. */
  type: z.string(),
  size: z.int(),
  /** SHA-256 of its original bytes; it stays when they are purged. */
  hash: z.string(),
  state: FileState,
  act: z.nullable(z.object({ byName: z.string(), at: Moment, reason: z.string() })),
})
export type PortfolioFile = z.infer<typeof PortfolioFile>

/** Begun, and not whole yet: what a form remembers to go on with it. */
export const ArrivingFile = z.object({ id: Id, name: z.string(), size: z.int() })
export type ArrivingFile = z.infer<typeof ArrivingFile>

export const uploadBegin = command('upload.begin', {
  where: 'centre',
  summary: 'Says that a file will come, what it is called and how large it is, and that it is no recording of a child.',
  input: z.object({
    id: Id,
    registrationId: Id,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    size: z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)),
    isNoRecordingOfChild: z.boolean(),
  }),
  output: z.object({}),
})

export const uploadKeep = command('upload.keep', {
  where: 'centre',
  summary: 'The server’s own last step: enters what came in whole. It needs the bytes that the server has received.',
  input: z.object({ uploadId: Id }),
  output: PortfolioFile,
})

export const uploadBegun = query('upload.begun', {
  where: 'centre',
  summary: 'Whether a file was begun by the asking person, how large it will be, and what was kept of it.',
  input: z.object({ uploadId: Id }),
  output: z.object({ name: z.string(), size: z.int(), kept: z.nullable(PortfolioFile) }),
})

export const uploadFind = query('upload.find', {
  where: 'centre',
  summary:
    'Where the bytes of a file lie, for whoever may see it: of a picture the copy without metadata; the original for who uploaded it.',
  input: z.object({ uploadId: Id, isOriginal: z.boolean() }),
  output: z.object({ name: z.string(), type: z.string(), fileHash: z.string() }),
})

const Reason = z.string().check(z.trim(), z.maxLength(500))

export const uploadQuarantine = command('upload.quarantine', {
  where: 'centre',
  summary: 'Assessor or IQA hides a file from everybody else, with the reason.',
  input: z.object({ id: Id, uploadId: Id, reason: Reason }),
  output: z.object({}),
})

export const uploadRelease = command('upload.release', {
  where: 'centre',
  summary: 'Assessor or IQA lets a file be seen again that was put aside.',
  input: z.object({ id: Id, uploadId: Id, reason: Reason }),
  output: z.object({}),
})

export const uploadPurge = command('upload.purge', {
  where: 'centre',
  summary: 'Assessor or IQA removes the bytes of a file for good. Who, when, why and its SHA-256 stay.',
  input: z.object({ id: Id, uploadId: Id, reason: Reason }),
  output: z.object({}),
})
