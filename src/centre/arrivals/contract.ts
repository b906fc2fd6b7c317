// Letters that arrive in a centre: a school's descriptors and retractions, by the post or as files.
import * as z from 'zod/mini'
import { SignedLetter } from '../../common/letters/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'

const receipt = z.object({ evidenceId: z.nullable(Id), reference: z.nullable(z.string()) })

export const evidenceReceiveDescriptor = command('evidence.receiveDescriptor', {
  where: 'centre',
  summary: 'The post delivers a school’s descriptor of the same installation; its id is the letter’s.',
  input: SignedLetter,
  output: receipt,
})

export const evidenceReceiveRetraction = command('evidence.receiveRetraction', {
  where: 'centre',
  summary: 'The post delivers a retraction of the same installation; its id is the letter’s.',
  input: SignedLetter,
  output: receipt,
})

const FileText = z.string().check(z.minLength(2), z.maxLength(9000))

/** What is wrong with a letter file, as a reason of its own. */
export const LetterFault = z.enum(['not_a_letter', 'body_changed', 'signature_wrong', 'other_centre', 'unknown_registration'])
export type LetterFault = z.infer<typeof LetterFault>

export const letterInspect = query('letter.inspect', {
  where: 'centre',
  summary: 'What a letter file says, who signed it, and what is wrong with it. Nothing is taken in.',
  input: z.object({ file: FileText }),
  output: z.object({
    fault: z.nullable(LetterFault),
    kind: z.nullable(z.enum(['descriptor', 'retraction'])),
    sentence: z.nullable(z.string()),
    senderName: z.nullable(z.string()),
    fingerprint: z.nullable(z.string()),
    isSenderKnown: z.boolean(),
    /** Another key bears this school's name: compare with care. */
    isNameTaken: z.boolean(),
    isHereAlready: z.boolean(),
  }),
})

export const letterImport = command('letter.import', {
  where: 'centre',
  summary: 'Takes a letter file in. The first of an unknown school needs its fingerprint confirmed.',
  input: z.object({ file: FileText, confirmedFingerprint: z.optional(z.string().check(z.maxLength(80))) }),
  output: receipt,
})
