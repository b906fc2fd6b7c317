// Which criteria an item may show: of this unit, and of the candidate's other ones.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { Loading } from '../../web/ui/Notice.tsx'
import type { Registration } from '../registrations/contract.ts'
import { leafNames, useStandard } from '../standards/client.ts'
import type { StandardPack } from '../standards/contract.ts'
import styles from './LeavesField.module.css'

interface LeavesProps {
  readonly pack: StandardPack
  readonly picked: readonly string[]
  readonly onChange: (leaves: string[]) => void
  readonly label?: ReactNode
}

export function LeavesField({ pack, picked, onChange, label = <Trans>It may show</Trans> }: LeavesProps) {
  return (
    <fieldset className={styles.leaves}>
      <legend>{label}</legend>
      {[...leafNames(pack)].map(([code, name]) => (
        <CriterionChip
          key={code}
          leaf={code}
          name={name}
          isNameSeen
          isPicked={picked.includes(code)}
          onPick={(isPicked) => onChange(isPicked ? [...picked, code] : picked.filter((one) => one !== code))}
        />
      ))}
    </fieldset>
  )
}

interface OtherUnitsProps {
  readonly others: readonly Registration[]
  readonly picked: Readonly<Record<Id, readonly string[]>>
  readonly onChange: (picked: Record<Id, string[]>) => void
}

/** One item to many leaves in many units. Each other unit opens when it is wanted. */
export function OtherUnitsField({ others, picked, onChange }: OtherUnitsProps) {
  return others.map((registration) => (
    <OtherUnit
      key={registration.id}
      registration={registration}
      picked={picked[registration.id] ?? []}
      onChange={(leaves) => onChange({ ...withLists(picked), [registration.id]: leaves })}
    />
  ))
}

function withLists(picked: OtherUnitsProps['picked']): Record<Id, string[]> {
  return Object.fromEntries(Object.entries(picked).map(([id, leaves]) => [id, [...leaves]]))
}

interface OtherUnitProps {
  readonly registration: Registration
  readonly picked: readonly string[]
  readonly onChange: (leaves: string[]) => void
}

function OtherUnit({ registration: { packCode, unitNumber, unitTitle }, picked, onChange }: OtherUnitProps) {
  const { t } = useLingui()
  const [isWanted, setIsWanted] = useState(false)
  // What an agenda speaks of is picked by itself: then it is seen.
  const isOpen = isWanted || picked.length > 0
  const asked = useStandard(isOpen ? packCode : undefined)
  if (!isOpen)
    return (
      <div>
        <Button onPress={() => setIsWanted(true)}>{t`It may show something of unit ${unitNumber} too`}</Button>
      </div>
    )
  if (asked.state !== 'answered') return <Loading />
  return (
    <LeavesField
      pack={asked.answer}
      picked={picked}
      onChange={onChange}
      label={
        <Trans>
          In unit {unitNumber}, {unitTitle}
        </Trans>
      }
    />
  )
}
