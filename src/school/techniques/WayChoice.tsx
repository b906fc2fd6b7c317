// How it is found out, chosen once for the moment; the caution stays in sight while it is chosen.
import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Notice } from '../../web/ui/Notice.tsx'
import { Catalogue } from './Catalogue.tsx'
import { techniqueWords } from './client.ts'
import type { Technique } from './contract.ts'
import { isTechnique, momentTechniques } from './rules.ts'

interface WayChoiceProps {
  readonly value: string | null | undefined
  readonly onChoose: (technique: Technique | undefined) => void
}

export function WayChoice({ value, onChoose }: WayChoiceProps) {
  const { t } = useLingui()
  const technique = value != null && isTechnique(value) ? value : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the choice is first there
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get('technique')
    if (wanted === null) return
    // Chosen once: what is chosen here later holds when the page is loaded again.
    history.replaceState(null, '', location.pathname)
    if (isTechnique(wanted) && momentTechniques.includes(wanted)) onChoose(wanted)
  }, [])
  return (
    <>
      {technique !== undefined && <Notice kind="warn">{t(techniqueWords[technique].caution)}</Notice>}
      <Catalogue used={[]} value={technique} onChoose={onChoose} />
    </>
  )
}
