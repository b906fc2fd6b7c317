// How a learner says a goal: the words exactly, the first language with its own direction, symbols, the drawing.
import { Trans, useLingui } from '@lingui/react/macro'
import { DrawingPicture } from '../../web/ui/Drawing.tsx'
import { SymbolPicture } from '../../web/ui/LearnerSymbol.tsx'
import { symbolWords } from '../../web/ui/symbol-words.ts'
import type { OwnWording } from './contract.ts'
import styles from './OwnWordingView.module.css'
import { directionOf, languageName } from './rules.ts'

interface OwnWordingViewProps {
  readonly said: OwnWording
  readonly learnerName: string
}

export function OwnWordingView({ said, learnerName }: OwnWordingViewProps) {
  const { t } = useLingui()
  const { wording, firstLanguage, symbols, drawing, helpedBy } = said
  return (
    <div className={styles.own}>
      {wording !== '' && <p className={styles.words}>“{wording}”</p>}
      {firstLanguage !== null && (
        <p className={styles.words} lang={firstLanguage.language} dir={directionOf(firstLanguage.language)}>
          “{firstLanguage.wording}”
        </p>
      )}
      {(firstLanguage !== null || helpedBy !== null) && <Helped language={firstLanguage?.language} helpedBy={helpedBy} />}
      {symbols.length > 0 && (
        <ul className={styles.symbols} aria-label={t`Symbols that ${learnerName} chose`}>
          {symbols.map((name) => (
            <li key={name}>
              <SymbolPicture name={name} />
              <span>{t(symbolWords[name])}</span>
            </li>
          ))}
        </ul>
      )}
      {drawing !== null && (
        <div className={styles.drawing}>
          <DrawingPicture drawing={drawing} label={t`How ${learnerName} drew the goal`} />
        </div>
      )}
    </div>
  )
}

function Helped({ language, helpedBy }: { readonly language: string | undefined; readonly helpedBy: string | null }) {
  const named = language === undefined ? undefined : languageName(language)
  return (
    <p className={styles.helped}>
      {named}
      {named !== undefined && helpedBy !== null && ', '}
      {helpedBy !== null && <Trans>with {helpedBy}</Trans>}
    </p>
  )
}
