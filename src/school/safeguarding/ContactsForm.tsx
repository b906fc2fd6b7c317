// The school says whom to tell: a name and a phone for each part, first to last.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowUp } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useSending } from '../../web/asking.ts'
import { type Reasons, useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import styles from './ContactsForm.module.css'
import { type SafeguardingContact, SafeguardingPart, safeguardingSetContacts } from './contract.ts'
import { isPhone } from './rules.ts'
import { partWords } from './WhomToTell.tsx'

const contactReasons: Reasons = {
  part_missing: msg`Say somebody for each: nobody may be left out.`,
  phone_wrong: msg`Give a phone that can be rung: digits alone.`,
}

interface ContactsFormProps {
  readonly contacts: readonly SafeguardingContact[]
  readonly onDone: () => void
}

export function ContactsForm({ contacts: before, onDone }: ContactsFormProps) {
  const words = useRefusalWords(contactReasons)
  const { send, isSending, refusal } = useSending(safeguardingSetContacts)
  const [contacts, setContacts] = useState(() => withEveryPart(before))
  const [attempt, setAttempt] = useState(0)
  const problemsOf = useProblems()
  const problems = attempt === 0 ? [] : problemsOf(contacts)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (problemsOf(contacts).length > 0) return
    const trimmed = contacts.map(({ part, name, phone }) => ({ part, name: name.trim(), phone: phone.trim() }))
    if ((await send({ id: newId(), contacts: trimmed })) !== undefined) onDone()
  }
  const change = (place: number, said: Partial<SafeguardingContact>) =>
    setContacts(contacts.map((contact, at) => (at === place ? { ...contact, ...said } : contact)))
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={refusal === undefined ? problems : [...problems, { message: words(refusal) }]} attempt={attempt} />
      <ol className={styles.contacts}>
        {contacts.map((contact, place) => (
          <Contact
            key={contact.part}
            contact={contact}
            problems={problems}
            onChange={(said) => change(place, said)}
            onEarlier={place === 0 ? undefined : () => setContacts(earlier(contacts, place))}
          />
        ))}
      </ol>
      <Button type="submit" kind="primary" isPending={isSending}>
        <Trans>Keep whom to tell</Trans>
      </Button>
    </form>
  )
}

interface ContactProps {
  readonly contact: SafeguardingContact
  readonly problems: readonly Problem[]
  readonly onChange: (said: Partial<SafeguardingContact>) => void
  readonly onEarlier: (() => void) | undefined
}

function Contact({ contact: { part, name, phone }, problems, onChange, onEarlier }: ContactProps) {
  const { t } = useLingui()
  const who = t(partWords[part])
  const errorOf = (field: string) => problems.find((problem) => problem.name === field)?.message
  return (
    <li className={styles.contact}>
      <div className={styles.fields}>
        <Field
          name={`${part}-name`}
          label={<Trans>{who}: name</Trans>}
          error={errorOf(`${part}-name`)}
          value={name}
          onChange={(said) => onChange({ name: said })}
          maxLength={80}
          autoComplete="off"
        />
        <Field
          name={`${part}-phone`}
          label={<Trans>{who}: phone</Trans>}
          error={errorOf(`${part}-phone`)}
          value={phone}
          onChange={(said) => onChange({ phone: said })}
          maxLength={30}
          inputMode="tel"
          autoComplete="off"
          width="short"
        />
      </div>
      {onEarlier !== undefined && (
        <Button kind="quiet" size="small" icon={ArrowUp} aria-label={t`Tell earlier: ${who}`} onPress={onEarlier}>
          <Trans>Tell earlier</Trans>
        </Button>
      )}
    </li>
  )
}

function useProblems(): (contacts: readonly SafeguardingContact[]) => readonly Problem[] {
  const { t } = useLingui()
  return (contacts) =>
    contacts.flatMap(({ part, name, phone }) => {
      const who = t(partWords[part])
      return [
        ...(name.trim() === '' ? [{ name: `${part}-name`, message: t`Say who it is: ${who}` }] : []),
        ...(isPhone(phone) ? [] : [{ name: `${part}-phone`, message: t`Give a phone that can be rung: ${who}` }]),
      ]
    })
}

function withEveryPart(contacts: readonly SafeguardingContact[]): readonly SafeguardingContact[] {
  const missing = SafeguardingPart.options.filter((part) => contacts.every((contact) => contact.part !== part))
  return [...contacts, ...missing.map((part) => ({ part, name: '', phone: '' }))]
}

function earlier<T>(all: readonly T[], place: number): readonly T[] {
  return [...all.slice(0, place - 1), ...all.slice(place, place + 1), ...all.slice(place - 1, place), ...all.slice(place + 1)]
}
