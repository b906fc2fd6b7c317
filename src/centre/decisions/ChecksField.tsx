// The five checks of evidence: all answered by a plain yes, until the assessor says of one yes or no, because.
import { Trans, useLingui } from '@lingui/react/macro'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { CheckboxField, TextAreaField } from '../../web/ui/Field.tsx'
import styles from './ChecksField.module.css'
import { useCheckWords } from './client.ts'
import { Check, type CheckAnswer } from './contract.ts'

interface ChecksFieldProps {
  readonly answers: readonly CheckAnswer[]
  readonly onChange: (answers: readonly CheckAnswer[]) => void
  /** Whether the server missed a reason. */
  readonly isReasonWanted: boolean
}

export function ChecksField({ answers, onChange, isReasonWanted }: ChecksFieldProps) {
  const words = useCheckWords()
  const without = (check: Check) => answers.filter((one) => one.check !== check)
  return (
    <fieldset className={styles.checks}>
      <legend>
        <Trans>The evidence is</Trans>
      </legend>
      <div className={styles.plain}>
        {Check.options.map((check) => (
          <CheckboxField
            key={check}
            name={`check-${check}`}
            label={words[check].name}
            hint={words[check].asks}
            isChecked={answers.every((one) => one.check !== check)}
            onChange={(isPlain) => onChange(isPlain ? without(check) : [...answers, { check, isMet: true, reason: '' }])}
          />
        ))}
      </div>
      {answers.map((answer) => (
        <Because
          key={answer.check}
          answer={answer}
          name={words[answer.check].name}
          isReasonWanted={isReasonWanted}
          onChange={(changed) => onChange(answers.map((one) => (one.check === changed.check ? changed : one)))}
        />
      ))}
    </fieldset>
  )
}

interface BecauseProps {
  readonly answer: CheckAnswer
  readonly name: string
  readonly isReasonWanted: boolean
  readonly onChange: (answer: CheckAnswer) => void
}

function Because({ answer, name, isReasonWanted, onChange }: BecauseProps) {
  const { t } = useLingui()
  const error = isReasonWanted && answer.reason.trim() === '' ? { error: t`Say why` } : {}
  return (
    <div className={styles.because}>
      <ChipGroup
        label={name}
        look="joined"
        chips={[
          { id: 'yes', label: t`Yes, because` },
          { id: 'no', label: t`No, because` },
        ]}
        value={answer.isMet ? 'yes' : 'no'}
        isNeeded
        onChange={(id) => onChange({ ...answer, isMet: id === 'yes' })}
      />
      <TextAreaField
        name={`because-${answer.check}`}
        label={<Trans>{name}: why</Trans>}
        value={answer.reason}
        maxLength={1000}
        rows={2}
        width="full"
        onChange={(reason) => onChange({ ...answer, reason })}
        {...error}
      />
    </div>
  )
}
