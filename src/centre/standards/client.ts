// Standards on screen: the unit, and the words for methods and halves.
import { useLingui } from '@lingui/react/macro'
import { type Asked, useAsked } from '../../web/asking.ts'
import { type AssessmentMethod, type Half, type StandardPack, unitList, unitShow } from './contract.ts'

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
