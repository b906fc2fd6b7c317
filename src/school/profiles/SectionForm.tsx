// One section of a profile, edited in its place.

import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { dayOf } from '../../core/time.ts'
import { orNull } from '../../web/typed.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { keepEntry } from './client.ts'
import type { ProfileSection, ProfileVoice } from './contract.ts'
import { profileRefusal, saysWhatIsMissing } from './rules.ts'
import styles from './SectionForm.module.css'
import { useSectionWords, useVoiceChoices } from './SectionWords.tsx'

interface SectionFormProps {
  readonly learnerId: string
  readonly section: ProfileSection
  /** What stands there now. */
  readonly holds: { readonly about: string; readonly text: string | null; readonly voice: ProfileVoice } | undefined
  readonly onDone: () => void
}

/** A child's interests are best said by the child; what an adult saw is an adult's. */
const usualVoice: Readonly<Record<ProfileSection, ProfileVoice>> = {
  interests: 'together',
  important: 'together',
  helps: 'together',
  access: 'adult',
  start: 'adult',
}

export function SectionForm(props: SectionFormProps) {
  const { section, onDone } = props
  const { label, hint } = useSectionWords()[section]
  const voices = useVoiceChoices()
  const { draft, change, problem, submit, stop } = useDraft(props)
  const name = (part: string) => `profile-${section}-${part}`
  return (
    <form className={styles.form} onSubmit={submit}>
      {section === 'start' && (
        <div className={styles.pair}>
          <Field
            name={name('about')}
            label={<Trans>Subject or goal</Trans>}
            value={draft.about}
            onChange={(about) => change({ about })}
            maxLength={40}
            error={problem === 'about_needed' && <Trans>Say what it is about: fractions, reading aloud</Trans>}
          />
          <Field
            name={name('on')}
            type="date"
            label={<Trans>Seen on</Trans>}
            value={draft.seenOn}
            onChange={(seenOn) => change({ seenOn })}
            width="short"
            error={(problem === 'date_needed' || problem === 'in_future') && <Trans>A day that was</Trans>}
          />
        </div>
      )}
      <TextAreaField
        name={name('text')}
        label={label}
        hint={hint}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={200}
        rows={2}
        width="full"
        autoFocus
        error={problem === 'text_needed' && <Trans>Say what the child could do</Trans>}
      />
      {saysWhatIsMissing(draft.text) && (
        <p className={styles.nudge} role="status">
          <Trans>This says what is missing. What works instead? “Answers once the words are in sight.”</Trans>
        </p>
      )}
      <ChipGroup
        label={<Trans>Whose words</Trans>}
        chips={voices}
        value={draft.voice}
        onChange={(voice) => change({ voice: voice ?? draft.voice })}
        isNeeded
      />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          <Trans>Keep</Trans>
        </Button>
        <Button size="small" onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        {stop.button}
      </div>
      {stop.dialogs}
    </form>
  )
}

interface Draft {
  readonly about: string
  readonly text: string
  readonly voice: ProfileVoice
  readonly seenOn: string
}

/** What a draft says; an empty field is none. */
function writtenIn({ about, text, voice, seenOn }: Draft, section: ProfileSection) {
  const isStart = section === 'start'
  return {
    section,
    about: isStart ? about.trim() : '',
    text: orNull(text),
    voice,
    seenOn: isStart && seenOn !== '' ? seenOn : null,
  }
}

function useDraft({ learnerId, section, holds, onDone }: SectionFormProps) {
  const isStart = section === 'start'
  const [draft, setDraft] = useState<Draft>({
    about: holds?.about ?? '',
    text: holds?.text ?? '',
    voice: holds?.voice ?? usualVoice[section],
    seenOn: dayOf(new Date()),
  })
  const [problem, setProblem] = useState<string>()
  const stop = useWorryStop([draft.text, draft.about], () => setDraft({ ...draft, text: '', about: '' }))

  async function keep(): Promise<void> {
    const entry = { learnerId, ...writtenIn(draft, section) }
    const refusal = profileRefusal({ ...entry, writtenAt: new Date().toISOString() }, new Date())
    if (refusal !== undefined) return setProblem(refusal.reason)
    if (isStart && entry.text === null && holds === undefined) return setProblem('text_needed')
    if (isStart || entry.text !== (holds?.text ?? null) || entry.voice !== holds?.voice) await keepEntry(entry)
    onDone()
  }

  return {
    draft,
    change: (part: Partial<Draft>) => {
      setDraft({ ...draft, ...part })
      setProblem(undefined)
    },
    problem,
    stop,
    submit: (event: FormEvent) => {
      event.preventDefault()
      stop.before(() => void keep())
    },
  }
}
