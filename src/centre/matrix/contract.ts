// The matrix, or evidence location sheet: what is decided in one or several units of a candidate × her evidence.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { query } from '../../core/contract.ts'
import { Id } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { Missing } from '../decisions/contract.ts'
import { AssessmentMethod, Half } from '../standards/contract.ts'

/**
 * What an item is to a leaf. `met`: a decision rests on it. `waits`: it could close a half that is not met. `more`: more evidence was asked for.
 * `supports`: its method closes nothing here. `unseen`: a record that nobody saw in place yet.
 */
export const CellState = z.enum(['met', 'waits', 'more', 'supports', 'unseen'])
export type CellState = z.infer<typeof CellState>

export const MatrixLeaf = z.object({
  code: LeafCode,
  name: z.string(),
  outcomeNumber: z.int(),
  isComplete: z.boolean(),
  halves: z.array(z.object({ half: Half, isMet: z.boolean(), missing: z.nullable(Missing), methods: z.array(AssessmentMethod) })),
  /** Which items are claimed for it, by their place in `items`, and what each is to it. */
  cells: z.array(z.object({ item: z.int(), state: CellState })),
})
export type MatrixLeaf = z.infer<typeof MatrixLeaf>

export const MatrixUnit = z.object({
  registrationId: Id,
  unitNumber: z.string(),
  unitTitle: z.string(),
  outcomes: z.array(z.object({ number: z.int(), label: z.string() })),
  leaves: z.array(MatrixLeaf),
})
export type MatrixUnit = z.infer<typeof MatrixUnit>

export const MatrixItem = z.object({ id: Id, reference: z.string(), method: AssessmentMethod, title: z.string(), occurredOn: Day })
export type MatrixItem = z.infer<typeof MatrixItem>

export const Matrix = z.object({
  candidateName: z.string(),
  candidateNumber: z.string(),
  items: z.array(MatrixItem),
  units: z.array(MatrixUnit),
})
export type Matrix = z.infer<typeof Matrix>

export const matrixShow = query('matrix.show', {
  where: 'centre',
  summary:
    'The evidence location sheet of a candidate: the unit asked for first, then her others, as far as the asking person may read them.',
  input: z.object({ registrationId: Id }),
  output: Matrix,
})
