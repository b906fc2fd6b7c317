// The assessor's word that she saw the record itself: where, and on which day. Both or nothing.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { evidenceReasons, useSeeInPlace } from './client.ts'
import styles from './SeenInPlace.module.css'

export function SeenInPlace({ registrationId, evidenceId }: { readonly registrationId: Id; readonly evidenceId: Id }) {
  const { id, send, refusal, attempt, isSending } = useSeeInPlace()
  const words = useRefusalWords(evidenceReasons)
  const [where, setWhere] = useState('')
  const [seenOn, setSeenOn] = useState('')
  const problems =
    refusal === undefined ? [] : [{ ...(refusal.field === undefined ? {} : { name: refusal.field }), message: words(refusal) }]
  const error = (name: string) => problems.find((problem) => problem.name === name)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send({ id, registrationId, evidenceId, where, seenOn: seenOn === '' ? null : seenOn })
  }
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <h3>
        <Trans>I saw the record in place</Trans>
      </h3>
      <ErrorSummary problems={problems} attempt={attempt} />
      <Field
        name="where"
        label={<Trans>Where?</Trans>}
        hint={<Trans>At Oakmere, on the classroom tablet</Trans>}
        value={where}
        onChange={setWhere}
        error={error('where')}
        maxLength={200}
        width="full"
      />
      <Field
        name="seenOn"
        type="date"
        label={<Trans>On which day?</Trans>}
        width="short"
        value={seenOn}
        onChange={setSeenOn}
        error={error('seenOn')}
      />
      <Button type="submit" isPending={isSending}>
        <Trans>Mark as seen in place</Trans>
      </Button>
    </form>
  )
}
