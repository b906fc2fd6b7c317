// A success criterion's state as a square and as words.
import { useLingui } from '@lingui/react/macro'
import { helpPhrases } from '../../web/ui/help.ts'
import { type SquareState, squareWords } from '../../web/ui/Square.tsx'
import type { CriterionState } from './contract.ts'

/** @example squareOf('not_enough_yet') // 'not_enough' */
export function squareOf(state: CriterionState['state']): SquareState {
  if (state === 'not_seen') return 'none'
  return state === 'not_enough_yet' ? 'not_enough' : state
}

/** "Nearly, with a clue": a judgement never stands without its help. */
export function useStateWords(): (state: Pick<CriterionState, 'state' | 'helpLevel'>) => string {
  const { t } = useLingui()
  return ({ state, helpLevel }) => {
    const word = t(squareWords[squareOf(state)])
    return helpLevel === null ? word : t`${word}, ${t(helpPhrases[helpLevel])}`
  }
}
