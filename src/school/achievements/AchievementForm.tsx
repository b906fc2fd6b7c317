// One entry of a learner's log while it is written: in the learner's own words, for the day on which it was.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { dayOf } from '../../core/time.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import styles from './AchievementForm.module.css'
import type { NewEntry } from './client.ts'
import type { AchievementOffer, AchievementVoice } from './contract.ts'

interface AchievementFormProps {
  /** What offers it, to be said in other words; none for the learner's own idea. */
  readonly offer?: AchievementOffer | undefined
  readonly learnerName: string
  readonly onKeep: (entry: NewEntry) => Promise<void>
  readonly onCancel: () => void
}

export function AchievementForm({ offer, learnerName, onKeep, onCancel }: AchievementFormProps) {
  const { t } = useLingui()
  const today = dayOf(new Date())
  const [words, setWords] = useState(offer?.words ?? '')
  const [voice, setVoice] = useState<AchievementVoice>('child')
  const [on, setOn] = useState(offer?.on ?? today)
  const [isMissing, setIsMissing] = useState(false)
  const stop = useWorryStop([words], () => setWords(''))
  const name = (part: string) => `achievement-${offer?.sourceId ?? 'own'}-${part}`
  const isDay = on !== '' && on <= today
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(true)
    if (words.trim() === '' || !isDay) return
    const source = offer === undefined ? null : { source: offer.source, sourceId: offer.sourceId }
    stop.before(() => void onKeep({ words: words.trim(), voice, achievedOn: on, offer: source }))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextAreaField
        name={name('words')}
        label={<Trans>What can {learnerName} do now?</Trans>}
        hint={<Trans>As the child says it: I did all three steps with my card.</Trans>}
        value={words}
        onChange={setWords}
        maxLength={300}
        rows={2}
        width="full"
        autoFocus
        error={isMissing && words.trim() === '' && <Trans>Write down what the child says</Trans>}
      />
      <div className={styles.pair}>
        <ChipGroup
          label={<Trans>Whose words</Trans>}
          chips={[
            { id: 'child', label: t`The child’s own` },
            { id: 'together', label: t`The child’s, with an adult` },
          ]}
          value={voice}
          onChange={(one) => setVoice(one ?? voice)}
          isNeeded
        />
        <Field
          name={name('on')}
          type="date"
          label={<Trans>Day</Trans>}
          value={on}
          onChange={setOn}
          width="short"
          error={isMissing && !isDay && <Trans>A day that was</Trans>}
        />
      </div>
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          <Trans>Keep it in the log</Trans>
        </Button>
        <Button size="small" onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}
