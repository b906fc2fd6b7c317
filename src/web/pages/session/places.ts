// The places of a session in their order. Each has one line here and a component of its own, fetched when it is first wanted.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { ShownSession } from '../../../school/sessions/contract.ts'

export interface PlaceProps {
  readonly session: ShownSession
}

export interface SessionPlace {
  /** The last part of its address: `/sessions/<id>/brief`. */
  readonly slug: string
  readonly label: MessageDescriptor
  /** For those who teach or support; whoever else reads a handover finds it at the start, where it was shared. */
  readonly isForStaff?: boolean
  readonly Component: LazyExoticComponent<ComponentType<PlaceProps>>
}

/** Brief, Goal, Find out, Feedback, Hand over. */
export const places: readonly SessionPlace[] = [
  { slug: 'brief', label: msg`Brief`, Component: lazy(async () => ({ default: (await import('./BriefPlace.tsx')).BriefPlace })) },
  { slug: 'goal', label: msg`Goal`, Component: lazy(async () => ({ default: (await import('./GoalPlace.tsx')).GoalPlace })) },
  { slug: 'find-out', label: msg`Find out`, Component: lazy(async () => ({ default: (await import('./FindOutPlace.tsx')).FindOutPlace })) },
  {
    slug: 'feedback',
    label: msg`Feedback`,
    Component: lazy(async () => ({ default: (await import('./FeedbackPlace.tsx')).FeedbackPlace })),
  },
  {
    slug: 'hand-over',
    label: msg`Hand over`,
    isForStaff: true,
    Component: lazy(async () => ({ default: (await import('./HandOverPlace.tsx')).HandOverPlace })),
  },
]

/** The places that somebody finds. */
export function placesFor(isStaff: boolean): readonly SessionPlace[] {
  return places.filter(({ isForStaff }) => isStaff || isForStaff !== true)
}
