// A word that may be a child's name, said beside what is being written: a guess by this device alone, which says what it can't know.
import { Trans } from '@lingui/react/macro'
import { Notice } from '../../web/ui/Notice.tsx'
import { wordsLikeNames } from './rules.ts'

interface NameNudgeProps {
  readonly text: string
  /** Names that may stand here. */
  readonly known: readonly string[]
}

export function NameNudge({ text, known }: NameNudgeProps) {
  const words = wordsLikeNames(text, known)
  if (words.length === 0) return null
  const said = words.map((word) => `“${word}”`).join(', ')
  return (
    <Notice kind="warn" isLive title={<Trans>Is {said} a child? Write a letter instead.</Trans>}>
      <Trans>A guess from capital letters. This device knows no names: it misses one that begins a sentence or is written small.</Trans>
    </Notice>
  )
}
