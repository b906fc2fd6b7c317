// Addresses of the school's pages, and what a page reads from its own.
import { useParams, useSearch } from '@tanstack/react-router'
import { type Id, isId } from '../../core/ids.ts'

export const paths = {
  week: '/week',
  termDates: '/term-dates',
  groups: '/groups',
  newGroup: '/groups/new',
  group: (id: Id) => `/groups/${id}`,
  classPage: (id: Id) => `/groups/${id}/class`,
  profiles: (id: Id) => `/groups/${id}/profiles`,
  symbols: (id: Id) => `/groups/${id}/symbols`,
  /** Who does what, between its adults. */
  agreement: (id: Id) => `/groups/${id}/agreement`,
  timetable: (id: Id) => `/groups/${id}/timetable`,
  newGoal: (id: Id) => `/groups/${id}/goals/new`,
  moveUp: (id: Id) => `/groups/${id}/move-up`,
  learner: (id: Id) => `/learners/${id}`,
  /** A place of a session: the first when none is named. */
  session: (id: Id, place?: string) => (place === undefined ? `/sessions/${id}` : `/sessions/${id}/${place}`),
  /** The four questions of a session's brief, for its teacher. */
  questions: (id: Id) => `/sessions/${id}/questions`,
  achievements: (learnerId: Id) => `/learners/${learnerId}/achievements`,
  results: '/results',
  handover: (id: Id) => `/handovers/${id}`,
  /** What a subject lead is asked. */
  advice: '/advice',
  consent: '/consent',
  erasure: '/erasure',
  /** An assessor's visit while it lasts. */
  visit: (registrationId: Id) => `/visits/${registrationId}`,
  /** A place of a unit in a portfolio: the first when none is named. */
  unit: (registrationId: Id, place?: string) => (place === undefined ? `/units/${registrationId}` : `/units/${registrationId}/${place}`),
  /** An entry of its own: the browser loads a page. */
  capture: (groupId: Id) => `/capture/${groupId}`,
  /** With a technique chosen. */
  captureWith: (groupId: Id, technique: string) => `/capture/${groupId}?technique=${technique}`,
  /** The school's words for finding out. */
  words: '/words',
  /** A unit as a standard, by its code. */
  standard: (code: string) => `/standards/${code}`,
} as const

/** An id of the page's own address; an empty text, which nothing has as its id, when it is none. */
export function useIdOf(name: 'groupId' | 'learnerId' | 'sessionId' | 'handoverId' | 'registrationId'): Id {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const id = params[name]
  return isId(id) ? id : ''
}

/** An id behind the question mark. */
export function useWantedId(name: string): Id | undefined {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const id = search[name]
  return isId(id) ? id : undefined
}
