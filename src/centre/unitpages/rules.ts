// What an entry of each section of a unit's page must have.
import { type Refusal, refused } from '../../core/errors.ts'
import type { StandardPack } from '../standards/contract.ts'
import type { PageEntry, PageSection } from './contract.ts'

/** The sections in the order of the page. */
export const sections: readonly PageSection[] = ['sayings', 'words', 'about', 'example', 'guidance', 'hints', 'resources']

/** Refused: `text_missing`; `source_missing` for a quotation without one; `word_missing`; `place_unknown` for a hint beside nothing of the unit; `resource_empty`. */
export function pageRefusal(section: PageSection, entries: readonly PageEntry[], pack: StandardPack): Refusal | undefined {
  for (const entry of entries) {
    const refusal = entryRefusal(section, entry, pack)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

function entryRefusal(section: PageSection, { title, text, link, about }: PageEntry, pack: StandardPack): Refusal | undefined {
  if (section === 'resources') {
    if (title === '') return refused('word_missing', 'entries')
    return text === '' && link === '' ? refused('resource_empty', 'entries') : undefined
  }
  if (text === '') return refused('text_missing', 'entries')
  if (section === 'sayings' && title === '') return refused('source_missing', 'entries')
  if (section === 'words' && title === '') return refused('word_missing', 'entries')
  return section === 'hints' && !placesOf(pack).includes(about) ? refused('place_unknown', 'entries') : undefined
}

/** What a hint can stand beside, in the order of the unit: outcomes, criteria, leaves. */
export function placesOf(pack: StandardPack): readonly string[] {
  return pack.outcomes.flatMap(({ number }) => [
    String(number),
    ...pack.criteria
      .filter(({ outcomeNumber }) => outcomeNumber === number)
      .flatMap(({ code }) => [
        code,
        ...pack.leaves.filter((leaf) => leaf.criterionCode === code && leaf.code !== code).map((leaf) => leaf.code),
      ]),
  ])
}

/** The hints of an outcome: those beside it, its criteria and its leaves. */
export function hintsOf(hints: readonly PageEntry[], outcomeNumber: number): readonly PageEntry[] {
  return hints.filter(({ about }) => about === String(outcomeNumber) || about.startsWith(`${outcomeNumber}.`))
}
