// The leaves that a candidate says an item shows: pressed ones are claimed, decided ones stay as they are.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { leafNames } from '../standards/client.ts'
import styles from './ClaimChips.module.css'
import { decisionReasons, useClaiming } from './client.ts'
import type { Unit } from './contract.ts'
import { claimRefusal } from './rules.ts'

export function ClaimChips({ unit, item }: { readonly unit: Unit; readonly item: Unit['evidence'][number] }) {
  const { set, refusal } = useClaiming()
  const words = useRefusalWords(decisionReasons)
  const [isAll, setIsAll] = useState(false)
  const names = leafNames(unit.pack)
  const shown = unit.pack.leaves.filter(({ code }) => isAll || item.leaves.includes(code))
  const registrationId = unit.registration.id
  return (
    <fieldset className={styles.chips}>
      <legend>
        <Trans>It may show</Trans>
      </legend>
      {shown.map(({ code }) => (
        <CriterionChip
          key={code}
          leaf={code}
          name={names.get(code) ?? ''}
          isPicked={item.leaves.includes(code)}
          isDisabled={claimRefusal({ leaf: code, evidenceId: item.id }, unit.pack, unit.leaves) !== undefined}
          onPick={(isClaimed) => void set(isClaimed, { registrationId, evidenceId: item.id, leaf: code })}
        />
      ))}
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
