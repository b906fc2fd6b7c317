// Sixty symbols to choose one from, each with its word; arrow keys move, as in any group of radio buttons.
import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { type SymbolName, symbols } from '../../core/symbols.ts'
import { classes } from './classes.ts'
import { HiddenWords } from './HiddenWords.tsx'
import { SymbolPicture } from './LearnerSymbol.tsx'
import styles from './SymbolPicker.module.css'
import { symbolWords } from './symbol-words.ts'

interface SymbolPickerProps {
  readonly label: ReactNode
  readonly value: SymbolName | null
  readonly onChange: (name: SymbolName) => void
  /** Symbols that others of the group have: they may be taken again, and say so. */
  readonly taken?: ReadonlySet<SymbolName>
}

export function SymbolPicker({ label, value, onChange, taken }: SymbolPickerProps) {
  const { t } = useLingui()
  return (
    <HiddenWords>
      <RadioGroup value={value} onChange={(name) => onChange(name as SymbolName)} className={classes(styles.group)}>
        <Label className={classes(styles.label)}>{label}</Label>
        <div className={styles.grid}>
          {symbols.map((name) => (
            <Radio key={name} value={name} className={classes(styles.choice)}>
              <SymbolPicture name={name} />
              <span>{t(symbolWords[name])}</span>
              {taken?.has(name) === true && <span className={styles.taken}>{t`taken`}</span>}
              <Check aria-hidden="true" className={styles.tick} />
            </Radio>
          ))}
        </div>
      </RadioGroup>
    </HiddenWords>
  )
}
