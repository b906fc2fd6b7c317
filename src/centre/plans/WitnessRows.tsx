// Witnesses named in a plan, and what each will see.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { Id } from '../../core/ids.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { useRegister } from '../witnesses/client.ts'
import type { PlanContent } from './contract.ts'
import styles from './WitnessRows.module.css'

interface WitnessRowsProps {
  readonly candidateId: Id
  readonly content: PlanContent
  readonly onChange: (content: PlanContent) => void
}

export function WitnessRows({ candidateId, content, onChange }: WitnessRowsProps) {
  const { t } = useLingui()
  const registered = useRegistered(candidateId)
  const { witnesses } = content
  const set = (at: number, change: Partial<PlanContent['witnesses'][number]>) =>
    onChange({ ...content, witnesses: witnesses.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  const add = (witness: PlanContent['witnesses'][number]) => onChange({ ...content, witnesses: [...witnesses, witness] })
  return (
    <div className={styles.rows}>
      <p className={styles.soft}>
        <Trans>
          An expert witness’s statement can stand for an observation only when the witness is registered, approved, and named in a plan that
          both have signed.
        </Trans>
      </p>
      {witnesses.map((witness, at) => {
        const number = at + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          <div key={at} className={styles.row}>
            <Field
              name={`witness-${at}-name`}
              label={
                witness.witnessId === null ? (
                  <Trans>Witness {number}, not in the register</Trans>
                ) : (
                  <Trans>Witness {number}, of the register</Trans>
                )
              }
              readOnly={witness.witnessId !== null}
              maxLength={120}
              width="full"
              value={witness.name}
              onChange={(name) => set(at, { name })}
            />
            <Field
              name={`witness-${at}-sees`}
              label={<Trans>What the witness will see</Trans>}
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
        <Row>
          {registered
            .filter(({ id }) => !witnesses.some(({ witnessId }) => witnessId === id))
            .map(({ id, name }) => (
              <Button key={id} icon={Plus} onPress={() => add({ witnessId: id, name, sees: '' })}>
                {name}
              </Button>
            ))}
          <Button kind="quiet" icon={Plus} onPress={() => add({ witnessId: null, name: '', sees: '' })}>
            <Trans>Somebody not in the register yet</Trans>
          </Button>
        </Row>
      )}
    </div>
  )
}

/** The candidate's witnesses who have not ended. */
function useRegistered(candidateId: Id): readonly { readonly id: Id; readonly name: string }[] {
  const asked = useRegister()
  if (asked.state !== 'answered') return []
  return asked.answer.witnesses.filter((witness) => witness.candidateId === candidateId && witness.ended === null)
}
