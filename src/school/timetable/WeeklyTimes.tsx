// When a group meets each week: the list, a form for one more, and the end of one, which can be undone.
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus, CircleX, Pencil } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../core/wall-clock.ts'
import { useSending } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import { timetableReasons, useWeekdays } from './client.ts'
import { type WeeklyTime, weeklyTimeEnd } from './contract.ts'
import { TimeForm } from './TimeForm.tsx'
import styles from './WeeklyTimes.module.css'

interface WeeklyTimesProps {
  readonly groupId: string
  readonly times: readonly WeeklyTime[]
  readonly canSet: boolean
}

export function WeeklyTimes({ groupId, times, canSet }: WeeklyTimesProps) {
  const [form, setForm] = useState<WeeklyTime | 'new'>()
  const ending = useEnding()
  const add = (
    <Button icon={CalendarPlus} onPress={() => setForm('new')}>
      <Trans>Add a weekly time</Trans>
    </Button>
  )
  return (
    <div className={styles.times}>
      {ending.refusal !== undefined && <Notice kind="bad" isLive title={ending.refusal} />}
      {times.length === 0 && form === undefined && (
        <EmptyState title={<Trans>No weekly time yet</Trans>} action={canSet ? add : undefined}>
          <Trans>Say once when the group meets. Its sessions then stand in everybody’s day by themselves, in term time.</Trans>
        </EmptyState>
      )}
      {times.length > 0 && (
        <ul className={styles.list}>
          {times.map((time) => (
            <Line key={time.id} time={time} canSet={canSet} onChange={() => setForm(time)} onEnd={() => void ending.end(time)} />
          ))}
        </ul>
      )}
      {form !== undefined ? (
        <TimeForm
          key={form === 'new' ? 'new' : form.id}
          groupId={groupId}
          instead={form === 'new' ? undefined : form}
          onDone={() => setForm(undefined)}
        />
      ) : (
        times.length > 0 && canSet && <div>{add}</div>
      )}
      <UndoBar act={ending.ended} said={<Trans>Ended. What took place stays as it was.</Trans>} onUndo={() => void ending.undo()} />
    </div>
  )
}

/** Ends a time the day before today: from today on it is not there. */
function useEnding() {
  const { today } = useDays()
  const words = useRefusalWords(timetableReasons)
  const { send, refusal } = useSending(weeklyTimeEnd)
  const [ended, setEnded] = useState<WeeklyTime>()
  return {
    ended,
    refusal: refusal && words(refusal),
    end: async (time: WeeklyTime) => {
      if ((await send({ id: time.id, groupId: time.groupId, untilOn: addDays(today, -1) })) !== undefined) setEnded(time)
    },
    undo: async () => {
      if (ended !== undefined) await send({ id: ended.id, groupId: ended.groupId, untilOn: ended.untilOn })
      setEnded(undefined)
    },
  }
}

interface LineProps {
  readonly time: WeeklyTime
  readonly canSet: boolean
  readonly onChange: () => void
  readonly onEnd: () => void
}

function Line({ time, canSet, onChange, onEnd }: LineProps) {
  const { t } = useLingui()
  const days = useDays()
  const weekday = useWeekdays()[time.weekday - 1] ?? ''
  const { startTime, endTime, fromOn, untilOn } = time
  const name = `${weekday} ${startTime}–${endTime}`
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <b>{name}</b>
        {fromOn > days.today && (
          <span className={styles.about}>
            <Trans>from {days.day(fromOn)}</Trans>
          </span>
        )}
        {untilOn !== null && (
          <span className={styles.about}>
            <Trans>until {days.day(untilOn)}</Trans>
          </span>
        )}
      </span>
      {canSet && (
        <span className={styles.acts}>
          <Button size="small" kind="quiet" icon={Pencil} aria-label={t`Change ${name}`} onPress={onChange}>
            <Trans>Change</Trans>
          </Button>
          <Button size="small" kind="quiet" icon={CircleX} aria-label={t`End ${name}`} onPress={onEnd}>
            <Trans>End</Trans>
          </Button>
        </span>
      )}
    </li>
  )
}
