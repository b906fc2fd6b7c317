// Witnesses named in a plan, and what each will see.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import type { PlanContent } from './contract.ts'
import styles from './WitnessRows.module.css'

interface WitnessRowsProps {
  readonly content: PlanContent
  readonly onChange: (content: PlanContent) => void
}

export function WitnessRows({ content, onChange }: WitnessRowsProps) {
  const { t } = useLingui()
  const { witnesses } = content
  const set = (at: number, change: Partial<PlanContent['witnesses'][number]>) =>
    onChange({ ...content, witnesses: witnesses.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  return (
    <div className={styles.rows}>
      <p className={styles.soft}>
        <Trans>
          An expert witness’s statement can stand for an observation only when she is registered, approved, and named in a plan that both
          have signed.
        </Trans>
      </p>
      {witnesses.map((witness, at) => {
        const number = at + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          <div key={at} className={styles.row}>
            <Field
              name={`witness-${at}-name`}
              label={<Trans>Witness {number}</Trans>}
              maxLength={120}
              width="full"
              value={witness.name}
              onChange={(name) => set(at, { name })}
            />
            <Field
              name={`witness-${at}-sees`}
              label={<Trans>What she will see</Trans>}
              maxLength={300}
              width="full"
              isOptional
              value={witness.sees}
              onChange={(sees) => set(at, { sees })}
            />
            <IconButton
              icon={X}
              label={t`Take witness ${number} out`}
              onPress={() => onChange({ ...content, witnesses: witnesses.filter((_, index) => index !== at) })}
            />
          </div>
        )
      })}
      {witnesses.length < 8 && (
        <Button
          kind="quiet"
          icon={Plus}
          onPress={() => onChange({ ...content, witnesses: [...witnesses, { witnessId: null, name: '', sees: '' }] })}
        >
          <Trans>Name a witness</Trans>
        </Button>
      )}
    </div>
  )
}
