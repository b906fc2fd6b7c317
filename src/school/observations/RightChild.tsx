// Whom a moment was about, when it was noted for the wrong child.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import type { CaptureLearner } from './client.ts'
import styles from './RightChild.module.css'

interface RightChildProps {
  readonly others: readonly CaptureLearner[]
  readonly hasPhoto: boolean
  readonly onChoose: (learnerId: Id) => void
}

export function RightChild({ others, hasPhoto, onChoose }: RightChildProps) {
  return (
    <div className={styles.choice}>
      <ChipGroup
        label={<Trans>Who was it?</Trans>}
        {...(hasPhoto ? { hint: <Trans>The photo doesn’t go along. Take it again if it is needed.</Trans> } : {})}
        chips={others.map(({ id, shortName }) => ({ id, label: shortName }))}
        value={undefined}
        onChange={(id) => id !== undefined && onChoose(id)}
      />
    </div>
  )
}
