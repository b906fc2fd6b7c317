// A few choices side by side, as chips or joined into one control; one of them, or any number.
import type { LucideIcon } from 'lucide-react'
import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import styles from './ChipGroup.module.css'
import { classes } from './classes.ts'
import { HiddenWords } from './HiddenWords.tsx'

export interface Chip<Id extends string> {
  readonly id: Id
  readonly label: ReactNode
  readonly icon?: LucideIcon
}

interface Shared<Id extends string> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly isLabelHidden?: boolean
  readonly chips: readonly Chip<Id>[]
  /** `joined`: one control with parts, for ways of looking; `chips`: loose, for what is noted. */
  readonly look?: 'chips' | 'joined'
}

interface ChipGroupProps<Id extends string> extends Shared<Id> {
  readonly value: Id | undefined
  /** `undefined` when the chosen one is pressed again, where nothing may be chosen. */
  readonly onChange: (id: Id | undefined) => void
  /** Once chosen, something stays chosen. */
  readonly isNeeded?: boolean
}

/** One of a few: screen readers meet radio buttons. */
export function ChipGroup<Id extends string>({ value, onChange, isNeeded = false, ...shared }: ChipGroupProps<Id>) {
  return (
    <Chips
      {...shared}
      mode="single"
      isNeeded={isNeeded}
      selected={value === undefined ? [] : [value]}
      onSelect={(ids) => onChange(ids[0])}
    />
  )
}

interface ManyChipsProps<Id extends string> extends Shared<Id> {
  readonly value: readonly Id[]
  readonly onChange: (ids: readonly Id[]) => void
}

/** Any number of a few: screen readers meet toggle buttons. */
export function ManyChips<Id extends string>({ value, onChange, ...shared }: ManyChipsProps<Id>) {
  return <Chips {...shared} mode="multiple" isNeeded={false} selected={value} onSelect={onChange} />
}

interface ChipsProps<Id extends string> extends Shared<Id> {
  readonly mode: 'single' | 'multiple'
  readonly isNeeded: boolean
  readonly selected: readonly Id[]
  readonly onSelect: (ids: readonly Id[]) => void
}

function Chips<Id extends string>({
  label,
  hint,
  isLabelHidden = false,
  chips,
  look = 'chips',
  mode,
  isNeeded,
  selected,
  onSelect,
}: ChipsProps<Id>) {
  const labelId = useId()
  return (
    <div className={styles.group}>
      <p id={labelId} className={classes(styles.label)} hidden={isLabelHidden}>
        {label}
      </p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <HiddenWords>
        <ToggleButtonGroup
          selectionMode={mode}
          disallowEmptySelection={isNeeded}
          selectedKeys={selected}
          onSelectionChange={(keys) => onSelect(chips.map(({ id }) => id).filter((id) => keys.has(id)))}
          aria-labelledby={labelId}
          className={classes(styles[look])}
        >
          {chips.map(({ id, label: words, icon: Icon }) => (
            <ToggleButton key={id} id={id} className={classes(styles.chip)}>
              <Check aria-hidden="true" className={styles.tick} />
              {Icon !== undefined && <Icon aria-hidden="true" />}
              {words}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </HiddenWords>
    </div>
  )
}
