// Which misconception showed, if one did: those of the goal's statement as chips, the rest of the school's in a list.
import { Trans, useLingui } from '@lingui/react/macro'
import type { StatementRef } from '../../common/frameworks/contract.ts'
import type { Id } from '../../core/ids.ts'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import type { Misconception } from './contract.ts'
import { isOfStatement, offeredFor } from './rules.ts'

interface NameChoiceProps {
  readonly misconceptions: readonly Misconception[]
  /** What the goal stands for. */
  readonly statement: StatementRef | null
  readonly value: Id | undefined
  readonly onChoose: (id: Id | undefined) => void
}

export function NameChoice({ misconceptions, statement, value, onChoose }: NameChoiceProps) {
  const { t } = useLingui()
  const offered = offeredFor(misconceptions, statement)
  const near = offered.filter((one) => isOfStatement(one.statement, statement) || one.id === value)
  const rest = offered.filter((one) => !near.includes(one))
  return (
    <>
      {near.length > 0 && (
        <ChipGroup
          label={t`Did a misconception show?`}
          chips={near.map(({ id, wording }) => ({ id, label: wording }))}
          value={value}
          onChange={onChoose}
        />
      )}
      {rest.length > 0 && (
        <SelectField
          name="misconception"
          label={near.length > 0 ? <Trans>Or another of the school’s</Trans> : <Trans>Did a misconception show?</Trans>}
          placeholder={t`None chosen`}
          options={rest.map(({ id, wording }) => ({ id, label: wording }))}
          value=""
          onChange={(id) => onChoose(id === '' ? undefined : id)}
          width="full"
        />
      )}
    </>
  )
}
