// Standards on screen: the unit, and the words for methods and halves.
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type Asked, useActing, useAsked, useSending } from '../../web/asking.ts'
import { readTable } from '../../web/csv.ts'
import type { Reasons } from '../../web/messages.ts'
import {
  type AssessmentMethod,
  type Half,
  officialWordingLoad,
  officialWordingShow,
  officialWordingTakeBack,
  type StandardPack,
  unitList,
  unitShow,
} from './contract.ts'
import { readWording, type WordingRead } from './rules.ts'

export function useUnits() {
  return useAsked(unitList, {})
}

/** A unit in its newest version; not asked for without a code. */
export function useStandard(packCode: string | undefined): Asked<StandardPack> {
  return useAsked(unitShow, packCode === undefined ? undefined : { packCode })
}

/** Leaf code to our short words: "2.3" to "Find out and judge". A leaf of several says its criterion too. */
export function leafNames(pack: StandardPack): ReadonlyMap<string, string> {
  const criteria = new Map(pack.criteria.map(({ code, label }) => [code, label]))
  return new Map(
    pack.leaves.map(({ code, criterionCode, label }) => [
      code,
      code === criterionCode ? label : `${criteria.get(criterionCode) ?? ''}: ${label}`,
    ]),
  )
}

/** The methods of the unit's key in words. */
export function useMethodWords(): Readonly<Record<AssessmentMethod, string>> {
  const { t } = useLingui()
  return {
    O: t`Observation`,
    Q: t`Questioning`,
    A: t`Assignment`,
    PE: t`Product evidence`,
    WT: t`Witness testimony`,
    PD: t`Professional discussion`,
    RA: t`Reflective account`,
  }
}

export function useHalfWords(): Readonly<Record<Half, string>> {
  const { t } = useLingui()
  return { observed: t`observed`, knowledge: t`knowledge` }
}

/** The official wording in use of a unit's version, and all loadings there were. */
export function useOfficialWording(packCode: string | undefined, packVersion: number | undefined) {
  return useAsked(officialWordingShow, packCode === undefined || packVersion === undefined ? undefined : { packCode, packVersion })
}

export function useLoadWording() {
  return useActing(officialWordingLoad)
}

export function useTakeBackWording() {
  return useSending(officialWordingTakeBack)
}

/** Pasted words or the text of a file, read against the unit. */
export function readPastedWording(pack: StandardPack, pasted: string): WordingRead {
  return readWording(pack, readTable(pasted))
}

export const wordingReasons: Reasons = {
  wording_unknown_code: msg`There is a code that the unit does not have.`,
  wording_twice: msg`A code stands there twice.`,
  wording_incomplete: msg`The wording is not whole: each criterion of the unit needs its words.`,
  taken_back_already: msg`It was taken back before.`,
  wording_signed: msg`A unit was signed under this wording, so it stays. Load a newer one: it holds for units that are not signed yet.`,
}
