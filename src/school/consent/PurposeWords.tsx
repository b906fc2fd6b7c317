// What a consent is for, in few words and in a sentence.
import { useLingui } from '@lingui/react/macro'
import type { ConsentPurpose } from './contract.ts'

export function usePurposeWords(): Readonly<Record<ConsentPurpose, { readonly short: string; readonly sentence: string }>> {
  const { t } = useLingui()
  return {
    photo_of_work: { short: t`Photos of work`, sentence: t`Photos of the child’s work may be taken and kept. Never of the child.` },
    portfolio_descriptor: {
      short: t`Use for a portfolio`,
      sentence: t`A sentence without a name may leave the school for an adult’s portfolio.`,
    },
  }
}
