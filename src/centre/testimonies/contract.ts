// Testimonies: what an assessor asks a witness for, what the witness writes and signs by a link, and how it is confirmed.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { Token, TokenHash } from '../../common/people/contract.ts'
import { command, query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day, Moment } from '../../core/time.ts'
import { Code, CodeHash, Position, Reason, WitnessName, WrongCode } from '../witnesses/contract.ts'

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const textOrNone = (most: number) => z.string().check(z.trim(), z.maxLength(most))

export const Activity = text(200)
/** On the clock of the place: `10:50`. */
export const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
export const Words = textOrNone(400)

/** What a witness writes. Learners stand as letters. */
export const Statement = z.object({
  occurredOn: Day,
  startTime: ClockTime,
  endTime: ClockTime,
  place: text(200),
  /** Who was there: "Learner B and Learner C, a pair in the fractions group" */
  setting: textOrNone(400),
  /** What the candidate did, step by step. */
  did: text(6000),
  /** What the candidate said, as it was said. */
  spoke: textOrNone(2000),
})
export type Statement = z.infer<typeof Statement>

export const ConfirmationHow = z.enum(['telephone', 'in_person', 'video_call'])
export type ConfirmationHow = z.infer<typeof ConfirmationHow>

/** Why a statement is not expert testimony (R3, R4). */
export const TestimonyGap = z.enum(['withdrawn', 'not_expert', 'not_in_signed_plan'])
export type TestimonyGap = z.infer<typeof TestimonyGap>

export const Testimony = z.object({
  id: Id,
  evidenceId: Id,
  signedName: z.string(),
  signedPosition: z.string(),
  signedAt: Moment,
  contentHash: z.string(),
  /** `isMark`: after the unit's claim, so that it changes nothing. */
  withdrawn: z.nullable(z.object({ reason: z.string(), at: Moment, isMark: z.boolean() })),
  confirmations: z.array(z.object({ how: ConfirmationHow, confirmedOn: Day, words: z.string(), byName: z.string() })),
  /** None: it counts as observation in this unit. */
  gaps: z.array(TestimonyGap),
})
export type Testimony = z.infer<typeof Testimony>

/** An item whose witness took its statement back: its words stay to be read. */
export const TakenBack = z.object({ evidenceId: Id, reason: z.string(), at: Moment })
export type TakenBack = z.infer<typeof TakenBack>

/** A request, with the statement when there is one. */
export const TestimonyRequest = z.object({
  id: Id,
  witnessId: Id,
  witnessName: z.string(),
  activity: z.string(),
  askedByName: z.string(),
  askedAt: Moment,
  /** Leaves of the unit that was asked about. */
  leaves: z.array(LeafCode),
  /** When the last link ends; null when it is shut. */
  linkEndsAt: z.nullable(Moment),
  cancelled: z.nullable(z.object({ reason: z.string(), at: Moment })),
  testimony: z.nullable(Testimony),
})
export type TestimonyRequest = z.infer<typeof TestimonyRequest>

const link = { linkId: Id, tokenHash: TokenHash, codeHash: CodeHash }

/** Refused: `witness_ended`, `contact_unchecked`, `not_signed` (the entry in the register), `not_one_candidate`, `unknown_leaf`, `unit_claimed`. */
export const testimonyRequest = command('testimony.request', {
  where: 'centre',
  summary: 'The assessor asks a witness for a statement by a link with a code, and says for which leaves it will be claimed.',
  input: z.object({
    id: Id,
    witnessId: Id,
    activity: Activity,
    leaves: z.array(z.object({ registrationId: Id, leaf: LeafCode })).check(z.minLength(1), z.maxLength(80)),
    ...link,
  }),
  output: z.object({ expiresAt: Moment }),
})

/** Earlier links of the request are shut. Refused: `request_cancelled`, `witness_ended`, `contact_unchecked`. */
export const testimonyRenewLink = command('testimony.renewLink', {
  where: 'centre',
  summary: 'A fresh link for a request: to write the statement, or to read or take back what was signed.',
  input: z.object({ requestId: Id, ...link }),
  output: z.object({ expiresAt: Moment }),
})

/** Refused: `signed_already`, `request_cancelled`. */
export const testimonyCancel = command('testimony.cancel', {
  where: 'centre',
  summary: 'Takes a request back that has not been answered. Its link is shut.',
  input: z.object({ id: Id, requestId: Id, reason: Reason }),
  output: z.object({}),
})

/** Refused: `nothing_signed`, `in_the_future`, `before_it_was_signed`. */
export const testimonyConfirm = command('testimony.confirm', {
  where: 'centre',
  summary: 'The assessor records that the witness confirmed the statement: how, when, what was said.',
  input: z.object({ id: Id, requestId: Id, how: ConfirmationHow, confirmedOn: Day, words: Words }),
  output: z.object({}),
})

export const testimonyForUnit = query('testimony.forUnit', {
  where: 'centre',
  summary: 'Requests and statements of a unit, for everyone who may read the portfolio.',
  input: z.object({ registrationId: Id }),
  output: z.array(TestimonyRequest),
})

const byLink = { token: Token, code: Code }

/** Refused: `link_used_or_old`. */
export const testimonyOpen = command('testimony.open', {
  where: 'centre',
  who: 'visitor',
  summary: 'A witness opens the link with its code: what is asked, or what was signed.',
  input: z.object(byLink),
  output: z.discriminatedUnion('state', [
    WrongCode,
    z.object({
      state: z.literal('open'),
      centreName: z.string(),
      candidateName: z.string(),
      activity: z.string(),
      name: z.string(),
      position: z.string(),
      signed: z.nullable(z.extend(Statement, { signedName: z.string(), signedAt: Moment, isWithdrawn: z.boolean() })),
    }),
  ]),
})

/** Refused: `link_used_or_old`, `signed_already`, `in_the_future`, `ends_before_it_begins`, `unit_claimed`. */
export const testimonySign = command('testimony.sign', {
  where: 'centre',
  who: 'visitor',
  summary: 'A witness signs a statement; it becomes an item of evidence, word for word.',
  input: z.extend(Statement, { ...byLink, id: Id, evidenceId: Id, signedName: WitnessName, signedPosition: Position }),
  output: z.discriminatedUnion('state', [WrongCode, z.object({ state: z.literal('signed'), signedAt: Moment, contentHash: z.string() })]),
})

/** Refused: `link_used_or_old`, `nothing_signed`, `withdrawn_already`. */
export const testimonyWithdraw = command('testimony.withdraw', {
  where: 'centre',
  who: 'visitor',
  summary: 'A witness takes a statement back, with a reason. After the unit was claimed it is a mark beside it.',
  input: z.object({ ...byLink, id: Id, reason: Reason }),
  output: z.discriminatedUnion('state', [WrongCode, z.object({ state: z.literal('withdrawn') })]),
})
