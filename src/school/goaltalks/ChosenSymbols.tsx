// Up to four symbols, chosen one after the other; each can be taken away again.
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { SymbolName } from '../../core/symbols.ts'
import { SymbolPicture } from '../../web/ui/LearnerSymbol.tsx'
import { SymbolPicker } from '../../web/ui/SymbolPicker.tsx'
import { symbolWords } from '../../web/ui/symbol-words.ts'
import { Tap } from '../../web/ui/Tap.tsx'
import styles from './ChosenSymbols.module.css'

interface ChosenSymbolsProps {
  readonly value: readonly SymbolName[]
  readonly onChange: (symbols: SymbolName[]) => void
}

const most = 4

export function ChosenSymbols({ value, onChange }: ChosenSymbolsProps) {
  const { t } = useLingui()
  const isFull = value.length >= most
  return (
    <div className={styles.chosen}>
      <ul className={styles.row} aria-label={t`Chosen symbols`}>
        {value.map((name) => {
          const word = t(symbolWords[name])
          return (
            <li key={name}>
              <Tap
                className={styles.symbol ?? ''}
                aria-label={t`Take ${word} away`}
                onPress={() => onChange(value.filter((one) => one !== name))}
              >
                <SymbolPicture name={name} />
                <span>{word}</span>
                <X aria-hidden="true" className={styles.away} />
              </Tap>
            </li>
          )
        })}
      </ul>
      {isFull ? (
        <p role="status">
          <Trans>Four symbols are chosen. Take one away to choose another.</Trans>
        </p>
      ) : (
        <SymbolPicker
          label={<Trans>Choose up to four symbols</Trans>}
          value={null}
          onChange={(name) => !value.includes(name) && onChange([...value, name])}
        />
      )}
    </div>
  )
}
