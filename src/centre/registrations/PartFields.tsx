// Choosing who has which part: those whom independence keeps out are not offered, and the reason stands beneath.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { SelectField } from '../../web/ui/Field.tsx'
import { type Choice, choicesFor, type PeopleToRegister, registrationReasons } from './client.ts'

type Part = 'assessorId' | 'tutorId' | 'countersignerId' | 'iqaId'
type Bound = {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

interface PartFieldsProps {
  readonly candidateId: string
  readonly people: PeopleToRegister
  readonly field: (part: Part) => Bound
}

export function PartFields({ candidateId, people, field }: PartFieldsProps) {
  const { t } = useLingui()
  const { assessors, tutors, iqas, trainees } = people
  const values = {
    candidateId,
    assessorId: field('assessorId').value,
    tutorId: field('tutorId').value,
    countersignerId: field('countersignerId').value,
    iqaId: field('iqaId').value,
  }
  const isNeeded = trainees.has(values.assessorId)
  const named = assessors.map(({ id, name }) => ({ id, name: trainees.has(id) ? t`${name} (trainee)` : name }))
  const shared = { values, field }
  return (
    <>
      <PartField {...shared} part="assessorId" label={<Trans>Assessor</Trans>} choices={named} placeholder={t`Choose`} />
      <PartField
        {...shared}
        part="countersignerId"
        label={<Trans>Countersigner</Trans>}
        choices={assessors.filter(({ id }) => !trainees.has(id))}
        placeholder={isNeeded ? t`Choose` : t`Nobody`}
        isOptional={!isNeeded}
        hint={
          isNeeded ? (
            <Trans>Needed: the assessor has no checked assessor qualification yet.</Trans>
          ) : (
            <Trans>For a trainee assessor only.</Trans>
          )
        }
      />
      <PartField {...shared} part="tutorId" label={<Trans>Tutor</Trans>} choices={tutors} placeholder={t`Nobody`} isOptional />
      <PartField
        {...shared}
        part="iqaId"
        label={<Trans>IQA (internal verifier)</Trans>}
        choices={iqas}
        placeholder={t`Nobody yet`}
        isOptional
      />
    </>
  )
}

interface PartFieldProps {
  readonly part: Part
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly choices: readonly Choice[]
  readonly placeholder: string
  readonly isOptional?: boolean
  readonly values: Parameters<typeof choicesFor>[2]
  readonly field: PartFieldsProps['field']
}

function PartField({ part, label, hint, choices, placeholder, isOptional = false, values, field }: PartFieldProps) {
  const words = useRefusalWords(registrationReasons)
  const { possible, impossible } = choicesFor(part, choices, values)
  const kept = impossible.filter(({ choice }) => choice.id === values[part]).map(({ choice }) => choice)
  const reasons = impossible.map(({ choice, refusal }) => (
    <span key={choice.id}>
      {' '}
      <Trans>
        Not {choice.name}: {words(refusal)}
      </Trans>
    </span>
  ))
  return (
    <SelectField
      {...field(part)}
      label={label}
      hint={
        hint === undefined && reasons.length === 0 ? undefined : (
          <>
            {hint}
            {reasons}
          </>
        )
      }
      options={[...possible, ...kept].map(({ id, name }) => ({ id, label: name }))}
      placeholder={placeholder}
      isOptional={isOptional}
    />
  )
}
