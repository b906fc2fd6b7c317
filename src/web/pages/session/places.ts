// The places of a session in their order. Each has one line here and a component of its own, fetched when it is first wanted.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import { Loading } from '../../ui/Notice.tsx'
import { type Part, part } from '../../ui/part.tsx'

export interface PlaceProps {
  readonly session: ShownSession
}

export interface SessionPlace {
  /** The last part of its address: `/sessions/<id>/brief`. */
  readonly slug: string
  readonly label: MessageDescriptor
  /** For those who teach or support; whoever else reads a handover finds it at the start, where it was shared. */
  readonly isForStaff?: boolean
  readonly Component: Part<PlaceProps>
}

/** Brief, Goal, Find out, Feedback, Hand over. */
export const places: readonly SessionPlace[] = [
  { slug: 'brief', label: msg`Brief`, Component: part(async () => (await import('./BriefPlace.tsx')).BriefPlace, Loading) },
  { slug: 'goal', label: msg`Goal`, Component: part(async () => (await import('./GoalPlace.tsx')).GoalPlace, Loading) },
  { slug: 'find-out', label: msg`Find out`, Component: part(async () => (await import('./FindOutPlace.tsx')).FindOutPlace, Loading) },
  {
    slug: 'feedback',
    label: msg`Feedback`,
    Component: part(async () => (await import('./FeedbackPlace.tsx')).FeedbackPlace, Loading),
  },
  {
    slug: 'hand-over',
    label: msg`Hand over`,
    isForStaff: true,
    Component: part(async () => (await import('./HandOverPlace.tsx')).HandOverPlace, Loading),
  },
]

/** The places that somebody finds. */
export function placesFor(isStaff: boolean): readonly SessionPlace[] {
  return places.filter(({ isForStaff }) => isStaff || isForStaff !== true)
}
