// Signs of taking responsibility by two taps: which child, which sign. Never behaviour.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { ChipGroup, ManyChips } from '../../web/ui/ChipGroup.tsx'
import { shortNames } from '../drafts/rules.ts'
import type { HandoverLearners, WrittenLine } from './client.ts'
import { ResponsibilitySign } from './contract.ts'
import { signWords } from './HandoverWords.tsx'

interface SignTapsProps {
  readonly learners: HandoverLearners
  readonly lines: readonly WrittenLine[]
  /** A sign of a child comes, or goes when it was there. */
  readonly onSign: (learnerId: Id, sign: ResponsibilitySign) => void
}

export function SignTaps({ learners, lines, onSign }: SignTapsProps) {
  const { t } = useLingui()
  const [whose, setWhose] = useState<Id>()
  const nameOf = shortNames(learners)
  const name = whose === undefined ? '' : nameOf(whose)
  const signs = lines.flatMap(({ learnerId, sign }) => (learnerId === whose && sign !== null ? [sign] : []))
  const change = (chosen: readonly ResponsibilitySign[]) => {
    const changed = ResponsibilitySign.options.find((sign) => chosen.includes(sign) !== signs.includes(sign))
    if (whose !== undefined && changed !== undefined) onSign(whose, changed)
  }
  return (
    <>
      <ChipGroup
        label={<Trans>Who showed a sign of it?</Trans>}
        chips={learners.map(({ id }) => ({ id, label: nameOf(id) }))}
        value={whose}
        onChange={setWhose}
      />
      {whose !== undefined && (
        <ManyChips
          label={<Trans>What did {name} do?</Trans>}
          chips={ResponsibilitySign.options.map((id) => ({ id, label: t(signWords[id]) }))}
          value={signs}
          onChange={change}
        />
      )}
    </>
  )
}
