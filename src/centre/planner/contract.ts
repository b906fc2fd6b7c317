// Activities that a plan can be made of: what each kind usually shows, by method.
import * as z from 'zod/mini'
import { LeafCode } from '../../common/letters/contract.ts'
import { Id } from '../../core/ids.ts'
import { type AssessmentMethod, Half } from '../standards/contract.ts'

/** One half of one leaf in one of the candidate's units: what a plan finds a place for. */
export const PlannedHalf = z.object({ registrationId: Id, leaf: LeafCode, half: Half })
export type PlannedHalf = z.infer<typeof PlannedHalf>

/**
 * What can be done to show something. The order is the order of preference among equally few: direct observation first, because it is the
 * main source of evidence (domain 3.3), then what is done on the same day, then what is written, a witness last.
 */
export const activityKinds = [
  'visit',
  'group',
  'lesson',
  'meeting',
  'duty',
  'questions',
  'roles',
  'kinds',
  'use',
  'own',
  'assignment',
  'discussion',
  'reflection',
  'witness',
] as const
export type ActivityKind = (typeof activityKinds)[number]

export const methodOf = {
  visit: 'O',
  group: 'O',
  lesson: 'O',
  meeting: 'O',
  duty: 'O',
  questions: 'Q',
  roles: 'A',
  kinds: 'A',
  use: 'A',
  own: 'A',
  assignment: 'A',
  discussion: 'PD',
  reflection: 'RA',
  witness: 'WT',
} as const satisfies Record<ActivityKind, AssessmentMethod>

/**
 * What a kind shows of a unit, where it is not all that its method can close; a unit that is not named here takes all, or nothing where the kind
 * is of one unit alone (`onlyNamed`). For 307 the four headings of its suggested assignment, and what belongs to a lesson without its handover.
 */
export const usuallyShows: Readonly<
  Partial<Record<ActivityKind, { onlyNamed: boolean; leaves: Readonly<Record<string, readonly string[]>> }>>
> = {
  group: { onlyNamed: false, leaves: { 'cg-5329-307': ['2.2', '2.3', '2.4', '2.5', '3.1', '3.2', '3.3', '3.4a', '3.4b', '3.4c', '3.4d'] } },
  lesson: { onlyNamed: false, leaves: { 'cg-5329-307': ['2.1', '2.2', '2.3', '2.4', '3.2'] } },
  meeting: { onlyNamed: true, leaves: { 'cg-5329-307': ['2.1', '4.1a', '4.1b', '4.1c', '4.2'] } },
  duty: { onlyNamed: false, leaves: { 'cg-5329-307': [], 'cg-5329-204': [], 'cg-5329-210': [] } },
  roles: { onlyNamed: true, leaves: { 'cg-5329-307': ['1.1'] } },
  kinds: { onlyNamed: true, leaves: { 'cg-5329-307': ['1.2', '1.3', '2.3'] } },
  use: { onlyNamed: true, leaves: { 'cg-5329-307': ['1.4', '1.5a', '1.5b', '1.5c'] } },
  own: { onlyNamed: true, leaves: { 'cg-5329-307': ['4.2'] } },
}

/** A discussion has an agenda of at most so many points: about twenty minutes. */
export const mostPoints = 6

/** Where in a visit a leaf usually shows: the usual moments counted from 0; a leaf that is not here shows during the task. */
export const usualMoment: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'cg-5329-307': {
    '2.1': 0,
    '2.2': 1,
    '2.3': 2,
    '2.4': 2,
    '2.5': 3,
    '3.1': 4,
    '3.2': 4,
    '3.3': 4,
    '3.4a': 4,
    '3.4b': 4,
    '3.4c': 4,
    '3.4d': 4,
    '4.1a': 5,
    '4.1b': 5,
    '4.1c': 5,
    '4.2': 5,
  },
}
/** During the task. */
export const usualMomentElse = 2
