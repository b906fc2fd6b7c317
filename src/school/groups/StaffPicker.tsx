// Which colleagues work with a group from today on, and as what.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { CheckboxField, SelectField } from '../../web/ui/Field.tsx'
import { type Colleague, partsFor, usePartWords } from './client.ts'
import type { StaffPart } from './contract.ts'
import styles from './StaffPicker.module.css'

interface StaffPickerProps {
  readonly colleagues: readonly Colleague[]
  readonly value: ReadonlyMap<Id, StaffPart>
  readonly onChange: (value: ReadonlyMap<Id, StaffPart>) => void
}

export function StaffPicker({ colleagues, value, onChange }: StaffPickerProps) {
  const put = (personId: Id, part: StaffPart | undefined) => {
    const next = new Map(value)
    if (part === undefined) next.delete(personId)
    else next.set(personId, part)
    onChange(next)
  }
  return (
    <fieldset className={styles.field}>
      <legend>
        <Trans>Who works with it, besides you?</Trans>
      </legend>
      {colleagues.length === 0 && (
        <p className={styles.hint}>
          <Trans>Nobody else teaches or supports here yet. An administrator invites people.</Trans>
        </p>
      )}
      <div className={styles.people}>
        {colleagues.map((colleague) => (
          <Person key={colleague.id} colleague={colleague} part={value.get(colleague.id)} onChange={(part) => put(colleague.id, part)} />
        ))}
      </div>
    </fieldset>
  )
}

interface PersonProps {
  readonly colleague: Colleague
  readonly part: StaffPart | undefined
  readonly onChange: (part: StaffPart | undefined) => void
}

function Person({ colleague, part, onChange }: PersonProps) {
  const { t } = useLingui()
  const words = usePartWords()
  const parts = partsFor(colleague.roles)
  const [only] = parts
  return (
    <div className={styles.person}>
      <CheckboxField
        name={`staff-${colleague.id}`}
        label={colleague.name}
        hint={parts.length === 1 && only !== undefined ? words[only] : undefined}
        isChecked={part !== undefined}
        onChange={(isChecked) => onChange(isChecked ? only : undefined)}
      />
      {part !== undefined && parts.length > 1 && (
        <div className={styles.part}>
          <SelectField
            name={`part-${colleague.id}`}
            label={t`${colleague.name} works as`}
            options={parts.map((id) => ({ id, label: words[id] }))}
            value={part}
            onChange={(id) => onChange(parts.find((one) => one === id))}
            width="short"
          />
        </div>
      )}
    </div>
  )
}
