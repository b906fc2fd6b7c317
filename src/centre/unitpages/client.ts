// A unit's page on screen: its sections and their editing, readings, notes.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useActing, useAsked, useSending } from '../../web/asking.ts'
import type { Reasons } from '../../web/messages.ts'
import {
  type PageSection,
  type ResourceKind,
  readingMark,
  readingSuggest,
  readingTakeBack,
  type ShownSection,
  unitNoteTakeBack,
  unitNoteWrite,
  unitPageBackToOurs,
  unitPageEdit,
  unitPageForCandidate,
  unitPageShow,
} from './contract.ts'

export function useUnitPage(packCode: string) {
  return useAsked(unitPageShow, { packCode })
}

export function useCandidatesPage(registrationId: Id) {
  return useAsked(unitPageForCandidate, { registrationId })
}

export const useEditPage = () => useActing(unitPageEdit)
export const useBackToOurs = () => useActing(unitPageBackToOurs)
export const useSuggestReading = () => useActing(readingSuggest)
export const useTakeReadingBack = () => useSending(readingTakeBack)
export const useMarkReading = () => useSending(readingMark)
export const useWriteNote = () => useActing(unitNoteWrite)
export const useTakeNoteBack = () => useSending(unitNoteTakeBack)

/** One section of a page. */
export function sectionOf(page: readonly ShownSection[], section: PageSection): ShownSection {
  return page.find((one) => one.section === section) ?? { section, entries: [], edited: null }
}

export function useSectionWords(): Readonly<Record<PageSection, string>> {
  const { t } = useLingui()
  return {
    sayings: t`What they say`,
    words: t`Useful words`,
    about: t`What this unit is about`,
    example: t`An example`,
    guidance: t`Evidence and assessment`,
    hints: t`Hints and tips`,
    resources: t`Learning resources`,
  }
}

export function useKindWords(): Readonly<Record<ResourceKind, string>> {
  const { t } = useLingui()
  return { worksheet: t`Worksheet`, handout: t`Handout`, practice_assignment: t`Practice assignment`, other: t`Something else` }
}

export const pageReasons: Reasons = {
  text_missing: msg`An entry has no text. Write it, or take the entry away.`,
  source_missing: msg`Say where each quotation is from.`,
  word_missing: msg`Give each entry its name.`,
  place_unknown: msg`Choose what each hint stands beside.`,
  resource_empty: msg`Give each resource a link or a text.`,
  unit_claimed: msg`The unit is claimed. Nothing of it changes any more.`,
}
