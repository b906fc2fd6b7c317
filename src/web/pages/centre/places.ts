// The places of a unit in their order: about, plan, evidence, assignment, matrix, sign-off. Each has one line here and a component of its own, fetched when it is first wanted or when there is time.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Loading } from '../../ui/Notice.tsx'
import { type Part, part } from '../../ui/part.tsx'
import type { UnitPlaceProps } from './place-props.ts'

export interface UnitPlace {
  /** The last part of its address: `/units/<id>/evidence`. */
  readonly slug: string
  readonly label: MessageDescriptor
  readonly Component: Part<UnitPlaceProps>
}

export const places: readonly UnitPlace[] = [
  {
    slug: 'about',
    label: msg`About`,
    Component: part(async () => (await import('./places/AboutPlace.tsx')).AboutPlace, Loading),
  },
  {
    slug: 'plan',
    label: msg`Plan`,
    Component: part(async () => (await import('./places/PlanPlace.tsx')).PlanPlace, Loading),
  },
  {
    slug: 'evidence',
    label: msg`Evidence`,
    Component: part(async () => (await import('./places/EvidencePlace.tsx')).EvidencePlace, Loading),
  },
  {
    slug: 'assignment',
    label: msg`Assignment`,
    Component: part(async () => (await import('./places/AssignmentPlace.tsx')).AssignmentPlace, Loading),
  },
  {
    slug: 'matrix',
    label: msg`Matrix`,
    Component: part(async () => (await import('./places/MatrixPlace.tsx')).MatrixPlace, Loading),
  },
  {
    slug: 'signoff',
    label: msg`Sign-off`,
    Component: part(async () => (await import('./places/SignOffPlace.tsx')).SignOffPlace, Loading),
  },
]

/** Shown when the address names none. */
export const firstPlace = 'evidence'
