// The moments of a visit, each with its time and a few words; what is forecast there goes with it when it is taken out.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { withoutMoment } from './client.ts'
import type { PlanContent } from './contract.ts'
import styles from './MomentRows.module.css'

interface MomentRowsProps {
  readonly content: PlanContent
  readonly onChange: (content: PlanContent) => void
}

export function MomentRows({ content, onChange }: MomentRowsProps) {
  const { t } = useLingui()
  const { moments } = content
  const set = (at: number, change: Partial<PlanContent['moments'][number]>) =>
    onChange({ ...content, moments: moments.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  return (
    <div className={styles.rows}>
      {moments.map((moment, at) => {
        const number = at + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a moment has no name but its place
          <div key={at} className={styles.row}>
            <Field
              name={`moment-${at}-at`}
              type="time"
              label={<Trans>Time</Trans>}
              aria-label={t`Time of moment ${number}`}
              value={moment.at ?? ''}
              onChange={(time) => set(at, { at: time === '' ? null : time })}
            />
            <Field
              name={`moment-${at}-label`}
              label={<Trans>Moment {number}</Trans>}
              maxLength={80}
              width="full"
              value={moment.label}
              onChange={(label) => set(at, { label })}
            />
            <IconButton icon={X} label={t`Take moment ${number} out`} onPress={() => onChange(withoutMoment(content, at))} />
          </div>
        )
      })}
      {moments.length < 20 && (
        <Button kind="quiet" icon={Plus} onPress={() => onChange({ ...content, moments: [...moments, { at: null, label: '' }] })}>
          <Trans>Add a moment</Trans>
        </Button>
      )}
    </div>
  )
}
