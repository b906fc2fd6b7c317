// A lesson of the sample as a practitioner's notes, line by line, and how a line becomes an observation.
import type { HelpLevel, ObservationSource, Participation, Response } from '../school/observations/contract.ts'
import type { StripPicture } from './pictures.ts'

export interface Moment {
  /** Minutes after the lesson began. */
  readonly minute: number
  /** The given name. */
  readonly child: string
  /** The place of the success criterion in its goal. */
  readonly criterion: number
  readonly helpLevel: HelpLevel | null
  readonly response: Response | null
  readonly participation: Participation | null
  readonly source: ObservationSource
  readonly whatSeen: string | null
  readonly childWords: string | null
  readonly myView: string | null
  readonly photo: StripPicture | null
}

export interface Lesson {
  /** School days before the last one. */
  readonly back: number
  readonly moments: readonly Moment[]
}

/** @example lesson(4, ['8 Callum 2 prompt nearly contributing | Went straight down the wall.']) */
export function lesson(back: number, notes: readonly string[]): Lesson {
  return { back, moments: notes.map(momentOf) }
}

/**
 * Reads `minute child criterion help response participation [source] | what was seen | “words” | I think: … | photo: …`; `-` is nothing.
 * Without a source it was seen.
 */
function momentOf(note: string): Moment {
  const [head = '', ...parts] = note.split(' | ')
  const [minute, child = '', criterion, help, response, participation, source = 'seen'] = head.split(' ')
  const said = <T extends string>(word: string | undefined) => (word === '-' ? null : (word as T))
  const part = (start: string) => parts.find((one) => one.startsWith(start))?.slice(start.length) ?? null
  return {
    minute: Number(minute),
    child,
    criterion: Number(criterion),
    helpLevel: said<HelpLevel>(help),
    response: said<Response>(response),
    participation: said<Participation>(participation),
    source: source as ObservationSource,
    whatSeen: parts.find((one) => !/^(“|I think: |photo: )/.test(one)) ?? null,
    childWords: part('“')?.slice(0, -1) ?? null,
    myView: part('I think: '),
    photo: part('photo: ') as StripPicture | null,
  }
}
