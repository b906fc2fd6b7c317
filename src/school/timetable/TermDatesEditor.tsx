// Terms, and days within them on which the school is closed: entered, and taken out again.
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleX } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useActing, useSending } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { timetableReasons } from './client.ts'
import { type TermDates, type TermKind, TermName, termDatesAdd, termDatesRemove } from './contract.ts'
import styles from './TermDatesEditor.module.css'

export function TermDatesList({ dates }: { readonly dates: readonly TermDates[] }) {
  const words = useRefusalWords(timetableReasons)
  const remove = useSending(termDatesRemove)
  const add = useSending(termDatesAdd)
  const [removed, setRemoved] = useState<TermDates>()
  const refusal = remove.refusal ?? add.refusal
  const takeOut = async (one: TermDates) => {
    if ((await remove.send({ id: one.id })) !== undefined) setRemoved(one)
  }
  const undo = async () => {
    if (removed !== undefined) await add.send({ ...removed, id: newId() })
    setRemoved(undefined)
  }
  return (
    <div className={styles.all}>
      {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
      {dates.length === 0 ? (
        <EmptyState title={<Trans>No term dates yet</Trans>}>
          <Trans>Until they are entered, sessions stand in every week of the year.</Trans>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {dates.map((one) => (
            <Line key={one.id} dates={one} onRemove={() => void takeOut(one)} />
          ))}
        </ul>
      )}
      <UndoBar act={removed} said={<Trans>Taken out: {removed?.name}</Trans>} onUndo={() => void undo()} />
    </div>
  )
}

function Line({ dates: { kind, name, fromOn, untilOn }, onRemove }: { readonly dates: TermDates; readonly onRemove: () => void }) {
  const { t } = useLingui()
  const days = useDays()
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <b>{name}</b>
        <span>{fromOn === untilOn ? days.day(fromOn) : `${days.day(fromOn)} – ${days.day(untilOn)}`}</span>
        <span className={styles.about}>{kind === 'term' ? <Trans>term</Trans> : <Trans>closed</Trans>}</span>
      </span>
      <Button size="small" kind="quiet" icon={CircleX} aria-label={t`Take out ${name}`} onPress={onRemove}>
        <Trans>Take out</Trans>
      </Button>
    </li>
  )
}

export function TermDatesForm() {
  const { t } = useLingui()
  const words = useRefusalWords(timetableReasons)
  const [kind, setKind] = useState<TermKind>('term')
  const add = useActing(termDatesAdd)
  const fields = useForm({
    name: { shape: TermName, wanted: t`Say what it is called` },
    fromOn: { shape: Day, wanted: t`Choose the first day` },
    untilOn: { shape: Day, wanted: t`Choose the last day` },
  })
  const keep = fields.submit(async (values) => {
    const reply = await add({ id: newId(), kind, ...values })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    fields.reset()
    return undefined
  })
  return (
    <form className={styles.form} onSubmit={keep} noValidate>
      <ErrorSummary problems={fields.problems} attempt={fields.attempt} />
      <ChipGroup
        label={<Trans>What is it?</Trans>}
        look="joined"
        isNeeded
        chips={[
          { id: 'term', label: t`A term` },
          { id: 'closed', label: t`Closed days` },
        ]}
        value={kind}
        onChange={(one) => one !== undefined && setKind(one)}
      />
      <div className={styles.fields}>
        <Field
          {...fields.field('name')}
          label={<Trans>Name</Trans>}
          hint={kind === 'term' ? <Trans>Autumn term</Trans> : <Trans>Half-term, inset day</Trans>}
          maxLength={40}
          autoComplete="off"
        />
        <Field {...fields.field('fromOn')} type="date" width="short" label={<Trans>First day</Trans>} />
        <Field {...fields.field('untilOn')} type="date" width="short" label={<Trans>Last day</Trans>} />
      </div>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" isPending={fields.isSending}>
          <Trans>Enter</Trans>
        </Button>
      </div>
    </form>
  )
}
