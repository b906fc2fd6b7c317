// The one table of errors: code → HTTP status and what an outbox does with an entry that met it.

/** What a device does with a queued entry: try again, wait for a sign-in, keep it for a person to look at, or empty it. */
export type OutboxAction = 'retry' | 'pause' | 'hold' | 'erase'

interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  readonly outbox: OutboxAction
}

/** The code is the key of the message that the screen shows (`web/messages.ts`); a meta-test holds the two together. */
export const errors = {
  invalid: { status: 400, outbox: 'hold' },
  unknown_operation: { status: 404, outbox: 'hold' },
  outdated: { status: 409, outbox: 'hold' },
  signed_out: { status: 401, outbox: 'pause' },
  wrong_origin: { status: 403, outbox: 'hold' },
  not_allowed: { status: 403, outbox: 'hold' },
  not_found: { status: 404, outbox: 'hold' },
  id_in_use: { status: 409, outbox: 'hold' },
  too_large: { status: 413, outbox: 'hold' },
  wrong_type: { status: 415, outbox: 'hold' },
  too_many: { status: 429, outbox: 'retry' },
  refused: { status: 422, outbox: 'hold' },
  learner_erased: { status: 422, outbox: 'erase' },
  unexpected: { status: 500, outbox: 'retry' },
  unavailable: { status: 503, outbox: 'retry' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errors

/**
 * A no that a rule returns: what is wrong, in which field, and the reason's own name.
 * `reason` is a translation key of its own, `field` a path in the input (`criteria.0.text`).
 */
export interface Refusal {
  readonly code: ErrorCode
  readonly reason?: string
  readonly field?: string
}

/** A refusal of a rule, to be returned, not thrown. @example refused('goal_closed', 'goalId') */
export function refused(reason: string, field?: string): Refusal {
  return field === undefined ? { code: 'refused', reason } : { code: 'refused', reason, field }
}

/** What handlers throw; `server/http` turns it into the answer `{ error: { code, reason, field, id } }`. */
export class OperationError extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.reason === undefined ? refusal.code : `${refusal.code}: ${refusal.reason}`)
    this.name = 'OperationError'
    this.refusal = refusal
  }
}

/** Throws when a rule refused; goes on when it did not. @example accept(refusal(observation, goal)) */
export function accept(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new OperationError(refusal)
}

/** The error for what is not there, and for what the actor may not know to be there: they look the same. */
export function notFound(field?: string): OperationError {
  return new OperationError(field === undefined ? { code: 'not_found' } : { code: 'not_found', field })
}

/** The error for what a device sends about a learner who was erased meanwhile: it drops the entry. */
export function learnerErased(): OperationError {
  return new OperationError({ code: 'learner_erased', field: 'learnerId' })
}
