// The leaves that a candidate says an item shows: pressed ones are claimed, decided ones stay as they are, and a few that it may show too wait for a tap.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { leafNames } from '../standards/client.ts'
import styles from './ClaimChips.module.css'
import { decisionReasons, ruleItem, useClaiming } from './client.ts'
import type { Unit } from './contract.ts'
import { claimRefusal, suggestedLeaves } from './rules.ts'

export function ClaimChips({ unit, item }: { readonly unit: Unit; readonly item: Unit['evidence'][number] }) {
  const { isClaimed, set, refusal } = useClaiming(unit.registration.id, item)
  const words = useRefusalWords(decisionReasons)
  const [isAll, setIsAll] = useState(false)
  const names = leafNames(unit.pack)
  // What was there when the card was opened stays where it is: a tap too many is taken back by the next one, and the focus is not lost.
  const [first] = useState(item.leaves)
  const [suggested] = useState(() => suggestedLeaves(unit.pack, ruleItem(unit, item), unit.leaves))
  const others = isAll ? [] : unit.pack.leaves.filter(({ code }) => suggested.includes(code))
  const shown = unit.pack.leaves.filter((leaf) => isAll || (!others.includes(leaf) && [...first, ...item.leaves].includes(leaf.code)))
  const chip = ({ code }: { readonly code: string }) => (
    <CriterionChip
      key={code}
      leaf={code}
      name={names.get(code) ?? ''}
      isPicked={isClaimed(code)}
      isDisabled={claimRefusal({ leaf: code, evidenceId: item.id }, unit.pack, unit.leaves) !== undefined}
      onPick={(isPicked) => set(code, isPicked)}
    />
  )
  return (
    <fieldset className={styles.chips}>
      <legend>
        <Trans>It may show</Trans>
      </legend>
      {shown.map(chip)}
      {others.length > 0 && (
        <span className={styles.perhaps}>
          <Trans>Perhaps also</Trans>
        </span>
      )}
      {others.map(chip)}
      {!isAll && (
        <Button kind="quiet" size="small" leadsOn onPress={() => setIsAll(true)}>
          <Trans>More</Trans>
        </Button>
      )}
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
    </fieldset>
  )
}
