// Witnesses named in a plan, and what each will see.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { Id } from '../../core/ids.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { useRegister } from '../witnesses/client.ts'
import type { PlanContent } from './contract.ts'
import styles from './WitnessRows.module.css'

interface WitnessRowsProps {
  readonly candidateId: Id | undefined
  readonly content: PlanContent
  readonly onChange: (content: PlanContent) => void
}

export function WitnessRows({ candidateId, content, onChange }: WitnessRowsProps) {
  const { t } = useLingui()
  const { witnesses } = content
  const register = useRegister()
  const known =
    register.state === 'answered' ? register.answer.witnesses.filter((one) => one.candidateId === candidateId && one.ended === null) : []
  const unnamed = known.filter(({ id }) => witnesses.every(({ witnessId }) => witnessId !== id))
  const add = (witness: PlanContent['witnesses'][number]) => onChange({ ...content, witnesses: [...witnesses, witness] })
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
              onChange={(name) => set(at, { name, witnessId: known.find((one) => one.name === name)?.id ?? null })}
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
      {witnesses.length < 8 &&
        unnamed.map(({ id, name }) => (
          <Button key={id} kind="quiet" icon={Plus} onPress={() => add({ witnessId: id, name, sees: '' })}>
            <Trans>Name {name}</Trans>
          </Button>
        ))}
      {witnesses.length < 8 && (
        <Button kind="quiet" icon={Plus} onPress={() => add({ witnessId: null, name: '', sees: '' })}>
          {known.length === 0 ? <Trans>Name a witness</Trans> : <Trans>Name somebody else</Trans>}
        </Button>
      )}
    </div>
  )
}
