// The assessor's word that she saw the record itself: where, and on which day. Both or nothing.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { evidenceReasons, useSeeInPlace } from './client.ts'
import { SeenWhere } from './contract.ts'
import styles from './SeenInPlace.module.css'

export function SeenInPlace({ registrationId, evidenceId }: { readonly registrationId: Id; readonly evidenceId: Id }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const see = useSeeInPlace()
  const words = useRefusalWords(evidenceReasons)
  const form = useForm({
    where: { shape: SeenWhere, wanted: t`Say where you saw it` },
    permittedBy: { shape: SeenWhere, wanted: t`Say who at the school allowed it` },
    seenOn: { shape: Day, wanted: t`Enter the day on which you saw it` },
  })
  const send = form.submit(async ({ where, seenOn, permittedBy }) => {
    const reply = await see({ id, registrationId, evidenceId, where, seenOn, permittedBy })
    return 'refusal' in reply ? problemsOf(reply.refusal, words) : undefined
  })
  return (
    <form onSubmit={send} className={styles.form} noValidate>
      <h3>
        <Trans>I saw the record in place</Trans>
      </h3>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <Field
        {...form.field('where')}
        label={<Trans>Where?</Trans>}
        hint={<Trans>For example: at Oakmere, on the classroom tablet</Trans>}
        maxLength={200}
        width="full"
      />
      <Field
        {...form.field('permittedBy')}
        label={<Trans>Who at the school allowed it?</Trans>}
        hint={<Trans>Name and role. The school shows the record with names masked</Trans>}
        maxLength={200}
        width="full"
      />
      <Field {...form.field('seenOn')} type="date" label={<Trans>On which day?</Trans>} width="short" />
      <Button type="submit" isPending={form.isSending}>
        <Trans>Mark as seen in place</Trans>
      </Button>
    </form>
  )
}
