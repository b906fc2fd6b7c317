// The places of a unit in their order: about, plan, evidence, assignment, matrix, sign-off. Each has one line here and a component of its own, fetched when it is first wanted.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { UnitPlaceProps } from './place-props.ts'

export interface UnitPlace {
  /** The last part of its address: `/units/<id>/evidence`. */
  readonly slug: string
  readonly label: MessageDescriptor
  readonly Component: LazyExoticComponent<ComponentType<UnitPlaceProps>>
}

export const places: readonly UnitPlace[] = [
  {
    slug: 'about',
    label: msg`About`,
    Component: lazy(async () => ({ default: (await import('./places/AboutPlace.tsx')).AboutPlace })),
  },
  {
    slug: 'plan',
    label: msg`Plan`,
    Component: lazy(async () => ({ default: (await import('./places/PlanPlace.tsx')).PlanPlace })),
  },
  {
    slug: 'evidence',
    label: msg`Evidence`,
    Component: lazy(async () => ({ default: (await import('./places/EvidencePlace.tsx')).EvidencePlace })),
  },
  {
    slug: 'assignment',
    label: msg`Assignment`,
    Component: lazy(async () => ({ default: (await import('./places/AssignmentPlace.tsx')).AssignmentPlace })),
  },
  {
    slug: 'matrix',
    label: msg`Matrix`,
    Component: lazy(async () => ({ default: (await import('./places/MatrixPlace.tsx')).MatrixPlace })),
  },
  {
    slug: 'signoff',
    label: msg`Sign-off`,
    Component: lazy(async () => ({ default: (await import('./places/SignOffPlace.tsx')).SignOffPlace })),
  },
]

/** Shown when the address names none. */
export const firstPlace = 'evidence'
