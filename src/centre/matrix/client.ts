// The evidence location sheet on screen: its words, and saving it as a file.
import { useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useAsked } from '../../web/asking.ts'
import { type CellState, type Matrix, type MatrixLeaf, matrixShow } from './contract.ts'
import { type SheetWords, sheetCsv } from './rules.ts'

export function useMatrix(registrationId: Id) {
  return useAsked(matrixShow, { registrationId })
}

export function useStateWords(): Readonly<Record<CellState, string>> {
  const { t } = useLingui()
  return {
    met: t`met with it`,
    waits: t`waits for a decision`,
    more: t`more evidence needed`,
    supports: t`supports only`,
    unseen: t`not seen in place yet`,
  }
}

/** What a leaf lacks, in two or three words; empty when it lacks nothing. */
export function useGapWords(): (leaf: MatrixLeaf) => string {
  const { t } = useLingui()
  return ({ cells, halves, isComplete }) => {
    if (isComplete) return ''
    if (cells.length === 0) return t`no evidence`
    const gap = halves.find(({ missing }) => missing === 'only_supporting' || missing === 'not_resting' || missing === 'no_evidence')
    if (gap === undefined) return ''
    const methods = gap.methods.join(', ')
    return t`needs one of ${methods}`
  }
}

/** Saves what is shown as a CSV file. */
export function useSaveCsv(): (matrix: Matrix) => void {
  const { t } = useLingui()
  const states = useStateWords()
  const words: SheetWords = { heads: [t`Unit`, t`Criterion`, t`Name`, t`Complete`], yes: t`yes`, no: t`no`, states }
  return (matrix) => {
    const link = document.createElement('a')
    // The mark at its beginning lets spreadsheets read the letters right.
    link.href = URL.createObjectURL(new Blob(['\uFEFF', sheetCsv(matrix, words)], { type: 'text/csv;charset=utf-8' }))
    link.download = `evidence-location-${matrix.candidateNumber.replace(/[^\w-]+/g, '-')}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
}
