// One answer of a hinge question: its words and, when it is wrong, the misconception that it gives away: a known one or a new name.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { StatementRef } from '../../common/frameworks/contract.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import type { OptionDraft } from './client.ts'
import { longestMisconception, type Misconception } from './contract.ts'
import styles from './OptionFields.module.css'
import { offeredFor } from './rules.ts'

interface OptionFieldsProps {
  readonly option: OptionDraft
  readonly place: number
  readonly statement: StatementRef | null
  readonly misconceptions: readonly Misconception[]
  readonly missing: ReadonlySet<string>
  readonly onChange: (changed: Partial<OptionDraft>) => void
  readonly onRemove: (() => void) | undefined
}

export function OptionFields({ option, place, statement, misconceptions, missing, onChange, onRemove }: OptionFieldsProps) {
  const { t } = useLingui()
  const letter = String.fromCharCode(65 + place)
  return (
    <li className={styles.option}>
      <Field
        name={`option-${option.id}`}
        label={option.isRight ? <Trans>{letter}, the right answer</Trans> : <Trans>{letter}, a wrong answer</Trans>}
        error={missing.has(`option-${option.id}`) ? t`Write answer ${letter}` : undefined}
        value={option.wording}
        onChange={(wording) => onChange({ wording })}
        maxLength={80}
        width="full"
        autoComplete="off"
      />
      {!option.isRight && (
        <GivesAway
          option={option}
          letter={letter}
          offered={offeredFor(misconceptions, statement)}
          isMissing={missing.has(`misconception-${option.id}`)}
          onChange={onChange}
        />
      )}
      {onRemove !== undefined && (
        <div>
          <Button kind="quiet" size="small" aria-label={t`Leave it out: answer ${letter}`} onPress={onRemove}>
            <Trans>Leave it out</Trans>
          </Button>
        </div>
      )}
    </li>
  )
}

interface GivesAwayProps {
  readonly option: OptionDraft
  readonly letter: string
  readonly offered: readonly Misconception[]
  readonly isMissing: boolean
  readonly onChange: (changed: Partial<OptionDraft>) => void
}

function GivesAway({ option, letter, offered, isMissing, onChange }: GivesAwayProps) {
  const { t } = useLingui()
  const [isNewByChoice, setIsNewByChoice] = useState<boolean>()
  // What is known may arrive after the form has opened: then it is offered, unless somebody has begun to write.
  const isNew = isNewByChoice ?? (option.newName !== '' || offered.length === 0)
  const error = isMissing ? t`Say what choosing ${letter} gives away` : undefined
  const another = (
    <Button
      kind="quiet"
      size="small"
      onPress={() => {
        setIsNewByChoice(!isNew)
        onChange({ misconceptionId: undefined, newName: '' })
      }}
    >
      {isNew ? <Trans>Choose one that is known</Trans> : <Trans>Name a new one</Trans>}
    </Button>
  )
  return (
    <div className={styles.away}>
      {isNew ? (
        <Field
          name={`misconception-${option.id}`}
          label={<Trans>What choosing {letter} gives away, in a few words</Trans>}
          hint={<Trans>The whole school finds it under this name.</Trans>}
          error={error}
          value={option.newName}
          onChange={(newName) => onChange({ newName })}
          maxLength={longestMisconception}
          width="full"
          autoComplete="off"
        />
      ) : (
        <SelectField
          name={`misconception-${option.id}`}
          label={<Trans>What choosing {letter} gives away</Trans>}
          error={error}
          placeholder={t`Choose a misconception`}
          options={offered.map(({ id, wording }) => ({ id, label: wording }))}
          value={option.misconceptionId ?? ''}
          onChange={(id) => onChange({ misconceptionId: id === '' ? undefined : id })}
          width="full"
        />
      )}
      {offered.length > 0 && another}
    </div>
  )
}
