// Registering a candidate on a unit with an assessor.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { newId } from '../../core/ids.ts'
import { dayOf } from '../../core/time.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, type Option, SelectField } from '../../web/ui/Field.tsx'
import { useUnits } from '../standards/client.ts'
import { registrationReasons, usePeopleToRegister, useRegister } from './client.ts'
import styles from './RegistrationForm.module.css'

const blank = { candidateId: '', assessorId: '', packCode: '', candidateNumber: '', registeredOn: '', endsOn: '' }
type Fields = typeof blank

export function RegistrationForm({ onClose }: { readonly onClose: () => void }) {
  const [fields, setFields] = useState<Fields>({ ...blank, registeredOn: dayOf(new Date()) })
  const [id] = useState(newId)
  const [tries, setTries] = useState(0)
  const people = usePeopleToRegister()
  const units = useUnits()
  const register = useRegister()
  const missing = useMissing(fields)
  const words = useRefusalWords(registrationReasons)
  const refused =
    register.refusal === undefined
      ? []
      : [{ ...(register.refusal.field === undefined ? {} : { name: register.refusal.field }), message: words(register.refusal) }]
  const problems = tries === 0 ? [] : [...missing, ...(missing.length === 0 ? refused : [])]
  const error = (name: string) => problems.find((problem) => problem.name === name)?.message
  const set = (name: keyof Fields) => (value: string) => setFields((before) => ({ ...before, [name]: value }))
  async function submit(event: FormEvent) {
    event.preventDefault()
    setTries(tries + 1)
    if (missing.length > 0) return
    const output = await register.send({ ...fields, id, endsOn: fields.endsOn === '' ? null : fields.endsOn })
    if (output !== undefined) onClose()
  }
  const options = optionsOf(people, units)
  const actions = (
    <Button kind="primary" type="submit" form="registration" isPending={register.isSending}>
      <Trans>Register</Trans>
    </Button>
  )
  return (
    <Dialog isOpen title={<Trans>Register a candidate</Trans>} onClose={onClose} actions={actions}>
      <form id="registration" onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
        <ErrorSummary problems={problems} attempt={tries + register.attempt} />
        <Choose
          name="candidateId"
          label={<Trans>Candidate</Trans>}
          options={options.candidates}
          value={fields.candidateId}
          onChange={set('candidateId')}
          error={error('candidateId')}
        />
        <Choose
          name="packCode"
          label={<Trans>Unit</Trans>}
          options={options.units}
          value={fields.packCode}
          onChange={set('packCode')}
          error={error('packCode')}
        />
        <Choose
          name="assessorId"
          label={<Trans>Assessor</Trans>}
          options={options.assessors}
          value={fields.assessorId}
          onChange={set('assessorId')}
          error={error('assessorId')}
        />
        <Field
          name="candidateNumber"
          label={<Trans>Candidate number</Trans>}
          width="short"
          value={fields.candidateNumber}
          onChange={set('candidateNumber')}
          error={error('candidateNumber')}
          maxLength={40}
          autoComplete="off"
        />
        <Days fields={fields} set={set} error={error} />
      </form>
    </Dialog>
  )
}

interface DaysProps {
  readonly fields: Fields
  readonly set: (name: keyof Fields) => (value: string) => void
  readonly error: (name: string) => ReactNode
}

function Days({ fields, set, error }: DaysProps) {
  const day = (name: 'registeredOn' | 'endsOn') =>
    ({ name, type: 'date', width: 'short', value: fields[name], onChange: set(name), error: error(name) }) as const
  return (
    <>
      <Field {...day('registeredOn')} label={<Trans>First day</Trans>} />
      <Field {...day('endsOn')} label={<Trans>Last day</Trans>} isOptional />
    </>
  )
}

function Choose(field: Omit<Parameters<typeof SelectField>[0], 'placeholder'>) {
  const { t } = useLingui()
  return <SelectField {...field} placeholder={t`Choose`} />
}

function optionsOf(
  people: ReturnType<typeof usePeopleToRegister>,
  units: ReturnType<typeof useUnits>,
): Readonly<Record<'candidates' | 'assessors' | 'units', readonly Option[]>> {
  const named = (choices: readonly { id: string; name: string }[]) => choices.map(({ id, name }) => ({ id, label: name }))
  return {
    candidates: people.state === 'answered' ? named(people.answer.candidates) : [],
    assessors: people.state === 'answered' ? named(people.answer.assessors) : [],
    units:
      units.state === 'answered' ? units.answer.map(({ code, unitNumber, title }) => ({ id: code, label: `${unitNumber} ${title}` })) : [],
  }
}

function useMissing(fields: Fields): readonly Problem[] {
  const { t } = useLingui()
  const needed = [
    { name: 'candidateId', message: t`Choose a candidate` },
    { name: 'packCode', message: t`Choose a unit` },
    { name: 'assessorId', message: t`Choose an assessor` },
    { name: 'candidateNumber', message: t`Write the candidate number` },
    { name: 'registeredOn', message: t`Choose the first day` },
  ] as const
  return needed.filter(({ name }) => fields[name].trim() === '')
}
