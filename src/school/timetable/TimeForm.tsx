// A weekly time: weekday or weekdays, from when until when, from which day on. Changing one ends it and begins another: what took place keeps the time it had.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { addDays, WallTime } from '../../core/wall-clock.ts'
import { useActing } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { DayOrNone, problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup, ManyChips } from '../../web/ui/ChipGroup.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { timetableReasons, useWeekdays } from './client.ts'
import { type WeeklyTime, weeklyTimeAdd, weeklyTimeEnd } from './contract.ts'
import styles from './TimeForm.module.css'

interface TimeFormProps {
  readonly groupId: string
  /** The time that the new one takes the place of. */
  readonly instead: WeeklyTime | undefined
  readonly onDone: () => void
}

export function TimeForm({ groupId, instead, onDone }: TimeFormProps) {
  const { t } = useLingui()
  const { today } = useDays()
  const words = useRefusalWords(timetableReasons)
  const [weekdays, setWeekdays] = useState<readonly number[]>(instead === undefined ? [] : [instead.weekday])
  const add = useActing(weeklyTimeAdd)
  const end = useActing(weeklyTimeEnd)
  const form = useForm({
    startTime: { shape: WallTime, wanted: t`Say when it begins`, initial: instead?.startTime ?? '' },
    endTime: { shape: WallTime, wanted: t`Say when it ends`, initial: instead?.endTime ?? '' },
    fromOn: { shape: Day, wanted: t`Choose the first day`, initial: today },
    untilOn: { shape: DayOrNone, wanted: t`Choose the last day, or leave it empty`, initial: instead?.untilOn ?? '' },
  })
  const keep = form.submit(async ({ untilOn, ...time }) => {
    if (weekdays.length === 0) return [{ message: t`Choose a weekday` }]
    for (const weekday of weekdays) {
      const reply = await add({ id: newId(), groupId, weekday, ...time, untilOn: untilOn === '' ? null : untilOn })
      if ('refusal' in reply) return problemsOf(reply.refusal, words)
    }
    const ended = instead && (await end({ id: instead.id, groupId, untilOn: addDays(time.fromOn, -1) }))
    if (ended !== undefined && 'refusal' in ended) return problemsOf(ended.refusal, words)
    onDone()
    return undefined
  })
  return (
    <form className={styles.form} onSubmit={keep} noValidate>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <Weekdays value={weekdays} isOne={instead !== undefined} onChange={setWeekdays} />
      <div className={styles.fields}>
        <Field {...form.field('startTime')} type="time" width="short" label={<Trans>Begins</Trans>} />
        <Field {...form.field('endTime')} type="time" width="short" label={<Trans>Ends</Trans>} />
        <Field {...form.field('fromOn')} type="date" width="short" label={<Trans>From</Trans>} />
        <Field {...form.field('untilOn')} type="date" width="short" label={<Trans>Last day</Trans>} isOptional />
      </div>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" isPending={form.isSending}>
          <Trans>Keep</Trans>
        </Button>
        <Button onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

interface WeekdaysProps {
  readonly value: readonly number[]
  /** One that is changed stays one; a new one may be on several days. */
  readonly isOne: boolean
  readonly onChange: (weekdays: readonly number[]) => void
}

function Weekdays({ value, isOne, onChange }: WeekdaysProps) {
  const chips = useWeekdays().map((label, index) => ({ id: String(index + 1), label }))
  if (isOne) {
    const [chosen] = value
    return (
      <ChipGroup
        label={<Trans>Weekday</Trans>}
        isNeeded
        chips={chips}
        value={chosen === undefined ? undefined : String(chosen)}
        onChange={(id) => id !== undefined && onChange([Number(id)])}
      />
    )
  }
  return (
    <ManyChips
      label={<Trans>Weekdays</Trans>}
      chips={chips}
      value={value.map(String)}
      onChange={(ids) => onChange(ids.map(Number).sort())}
    />
  )
}
