// How a refused observation can be mended without losing what was seen: leave out what no longer fits. Pure.

import type { EntryReason } from '../../offline/entry-format.ts'
import { orNull } from '../../typed.ts'

export type Mend = 'without_goal' | 'without_session' | 'without_photo'

type Input = Readonly<Record<string, unknown>>

const mends: Readonly<Record<string, Mend>> = {
  goal_closed: 'without_goal',
  goal_of_another: 'without_goal',
  criterion_of_another_goal: 'without_goal',
  session_of_another: 'without_session',
  photo_of_another: 'without_photo',
}

/** What of an observation to leave out so that it can be sent; undefined where nothing would help. */
export function mendFor({ reason }: EntryReason): Mend | undefined {
  return reason === undefined ? undefined : mends[reason]
}

const leftOut: Readonly<Record<Mend, Input>> = {
  without_goal: { goalId: null, criterionId: null },
  without_session: { sessionId: null },
  without_photo: { photoId: null },
}

/** The same observation without what no longer fits. @example mended(input, 'without_goal') // { …input, goalId: null, criterionId: null } */
export function mended(input: Input, mend: Mend): Input {
  return { ...input, ...leftOut[mend] }
}

/** The parts of an observation that a person wrote. */
export const writtenParts = ['whatSeen', 'childWords', 'myView'] as const
export type Written = { readonly [Part in (typeof writtenParts)[number]]: string }

/** What a person wrote, to be edited. */
export function writtenIn(input: Input): Written {
  const text = (part: string) => (typeof input[part] === 'string' ? input[part] : '')
  return { whatSeen: text('whatSeen'), childWords: text('childWords'), myView: text('myView') }
}

/** The same observation with other words; an empty part is none. */
export function rewritten(input: Input, written: Written): Input {
  const parts = writtenParts.map((part) => [part, orNull(written[part])] as const)
  return { ...input, ...Object.fromEntries(parts) }
}
