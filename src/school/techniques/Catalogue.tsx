// Choosing a technique for the moment: the few at hand, and the rest of the catalogue by the moment of a lesson that each belongs to.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import styles from './Catalogue.module.css'
import { placeWords, techniqueWords } from './client.ts'
import type { Technique } from './contract.ts'
import { catalogue, momentTechniques, techniquesAtHand } from './rules.ts'

interface CatalogueProps {
  /** What was used lately. */
  readonly used: readonly string[]
  readonly value: Technique | undefined
  readonly onChoose: (technique: Technique | undefined) => void
}

export function Catalogue({ used, value, onChoose }: CatalogueProps) {
  const { t } = useLingui()
  const [isWhole, setIsWhole] = useState(false)
  const few = techniquesAtHand(used)
  const chipsOf = (some: readonly Technique[]) => some.map((id) => ({ id, label: t(techniqueWords[id].name) }))
  const groups = isWhole
    ? catalogue.map(([place, all]) => ({
        key: place,
        label: t(placeWords[place]),
        some: all.filter((one) => momentTechniques.includes(one)),
      }))
    : [{ key: 'few', label: t`How do you find out?`, some: value === undefined || few.includes(value) ? few : [value, ...few] }]
  return (
    <div className={styles.catalogue}>
      {groups
        .filter(({ some }) => some.length > 0)
        .map(({ key, label, some }) => (
          <ChipGroup key={key} label={label} chips={chipsOf(some)} value={some.find((one) => one === value)} onChange={onChoose} />
        ))}
      <div>
        <Button kind="quiet" size="small" aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? <Trans>Fewer ways</Trans> : <Trans>All ways</Trans>}
        </Button>
      </div>
    </div>
  )
}
