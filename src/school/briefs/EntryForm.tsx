// One entry of a brief, written or changed in place: its words, what its part asks besides, and where it is from.

import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { namesInSentence } from '../../core/names.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { orNull } from '../../web/typed.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import type { Misconception } from '../misconceptions/contract.ts'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { techniqueWords } from '../techniques/client.ts'
import { momentTechniques } from '../techniques/rules.ts'
import { briefReasons, useFormWords, useMomentWords, useSourceWords } from './BriefWords.tsx'
import type { EntryDraft } from './client.ts'
import { type BriefPart, BriefSource, LessonMoment, WantedForm } from './contract.ts'
import styles from './EntryForm.module.css'
import { entryRefusal } from './rules.ts'

/** Something known already that one may take as it is. */
export interface Suggestion {
  readonly words: string
  /** Where it is known from: "Goal", "Last time". */
  readonly from: string
  readonly draft?: EntryDraft
}

export interface EntryFormProps {
  readonly part: BriefPart
  readonly title: string
  readonly draft: EntryDraft
  readonly suggestions: readonly Suggestion[]
  /** Of the school's list, for the group's subject. */
  readonly misconceptions: readonly Misconception[]
  readonly isTeacher: boolean
  /** Given names of the group's learners. */
  readonly names: readonly string[]
  readonly onKeep: (draft: EntryDraft) => Promise<void>
  readonly onCancel: () => void
}

export function EntryForm({ part, title, draft: first, suggestions, misconceptions, isTeacher, names, onKeep, onCancel }: EntryFormProps) {
  const { t } = useLingui()
  const refusalWords = useRefusalWords(briefReasons)
  const [draft, setDraft] = useState(first)
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string }>()
  const stop = useWorryStop([draft.words], () => setDraft({ ...draft, words: '' }))
  const change = (some: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...some }))
  const keep = () => {
    const { toldBy, technique, byWhen } = draft
    const words = draft.words.trim()
    if (words === '') return setProblem({ field: 'words', words: t`Write a few words` })
    const isSaidByOther = draft.source === 'subject_lead' || (draft.source === 'teacher' && !isTeacher)
    const said = {
      ...draft,
      words,
      toldBy: isSaidByOther ? toldBy : null,
      technique: orNull(technique ?? ''),
      byWhen: orNull(byWhen ?? ''),
    }
    const place = { sessionId: '', part, isGone: false, replacesId: null }
    const refusal = entryRefusal({ ...said, ...place }, { replaced: undefined, isTeacher, names })
    if (refusal !== undefined) return setProblem({ field: refusal.field ?? 'words', words: refusalWords(refusal) })
    void onKeep(said)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  const errorOf = (field: string) => (problem?.field === field ? problem.words : undefined)
  return (
    <form className={styles.form} onSubmit={submit} aria-label={title}>
      <Taken suggestions={suggestions} onTake={(one) => setDraft(one.draft ?? { ...draft, words: one.words })} />
      <TextAreaField
        name={`brief-${part}`}
        label={part === 'opportunity' ? <Trans>What you ask or look for</Trans> : title}
        hint={<Trans>A line for each thing. No learners’ names: notes on learners have their own place.</Trans>}
        error={errorOf('words')}
        value={draft.words}
        onChange={(words) => change({ words })}
        maxLength={400}
        rows={part === 'misconceptions' || part === 'resources' ? 3 : 2}
        width="full"
        autoFocus
      />
      <MaybeName words={draft.words} names={names} />
      {part === 'misconceptions' && (
        <KnownMisconceptions misconceptions={misconceptions} words={draft.words} onChange={(words) => change({ words })} />
      )}
      {part === 'opportunity' && <OpportunityFields draft={draft} onChange={change} />}
      {part === 'wanted' && <WantedFields draft={draft} onChange={change} />}
      <SourceFields draft={draft} isTeacher={isTeacher} error={errorOf('toldBy')} onChange={change} />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          <Trans>Keep</Trans>
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

function Taken({ suggestions, onTake }: { readonly suggestions: readonly Suggestion[]; readonly onTake: (one: Suggestion) => void }) {
  if (suggestions.length === 0) return null
  return (
    <ul className={styles.suggestions}>
      {suggestions.map((one) => (
        <li key={`${one.from} ${one.words}`}>
          <button type="button" className={styles.suggestion} onClick={() => onTake(one)}>
            <span className={styles.from}>{one.from}</span> {one.words}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A word that may be a name, or only a word: a person knows. */
function MaybeName({ words, names }: { readonly words: string; readonly names: readonly string[] }) {
  const [name] = namesInSentence(words, names).ask
  if (name === undefined) return null
  return (
    <p className={styles.hint} role="status">
      <Trans>Is “{name}” a learner here? Notes on learners have their own place.</Trans>
    </p>
  )
}

interface PartProps {
  readonly draft: EntryDraft
  readonly onChange: (some: Partial<EntryDraft>) => void
}

/** The names of the school's list, so that one misconception is called the same everywhere: each becomes a line. */
function KnownMisconceptions({ misconceptions, words, onChange }: KnownMisconceptionsProps) {
  const { t } = useLingui()
  const lines = words.split('\n').map((line) => line.trim())
  const rest = misconceptions.filter(({ wording }) => !lines.includes(wording))
  if (rest.length === 0) return null
  return (
    <SelectField
      name="brief-known-misconception"
      label={<Trans>Add one of the school’s</Trans>}
      isOptional
      placeholder={t`None chosen`}
      options={rest.map(({ wording }) => ({ id: wording, label: wording }))}
      value=""
      onChange={(wording) => onChange([...lines.filter((line) => line !== ''), wording].join('\n'))}
      width="full"
    />
  )
}

interface KnownMisconceptionsProps {
  readonly misconceptions: readonly Misconception[]
  readonly words: string
  readonly onChange: (words: string) => void
}

/** A technique is one of the catalogue, by its name; what an earlier brief called otherwise stays until another is chosen. */
function OpportunityFields({ draft, onChange }: PartProps) {
  const { t } = useLingui()
  const words = useMomentWords()
  const known = momentTechniques.map((one) => t(techniqueWords[one].name))
  const techniques = [...new Set([...(draft.technique ? [draft.technique] : []), ...known])]
  return (
    <>
      <ChipGroup
        label={<Trans>When</Trans>}
        chips={LessonMoment.options.map((id) => ({ id, label: words[id] }))}
        value={draft.moment ?? undefined}
        onChange={(moment) => onChange({ moment: moment ?? null })}
      />
      <SelectField
        name="brief-technique"
        label={<Trans>How</Trans>}
        placeholder={t`None chosen`}
        isOptional
        options={techniques.map((name) => ({ id: name, label: name }))}
        value={draft.technique ?? ''}
        onChange={(technique) => onChange({ technique })}
      />
    </>
  )
}

function WantedFields({ draft, onChange }: PartProps) {
  const words = useFormWords()
  return (
    <>
      <Field
        name="brief-by-when"
        label={<Trans>By when</Trans>}
        isOptional
        value={draft.byWhen ?? ''}
        onChange={(byWhen) => onChange({ byWhen })}
        maxLength={40}
        width="short"
      />
      <ChipGroup
        label={<Trans>In which form</Trans>}
        chips={WantedForm.options.map((id) => ({ id, label: words[id] }))}
        value={draft.form ?? undefined}
        onChange={(form) => onChange({ form: form ?? null })}
      />
    </>
  )
}

interface SourceFieldsProps extends PartProps {
  readonly isTeacher: boolean
  readonly error: string | undefined
}

function SourceFields({ draft, isTeacher, error, onChange }: SourceFieldsProps) {
  const words = useSourceWords()
  const isTold = draft.source === 'subject_lead' || (draft.source === 'teacher' && !isTeacher)
  return (
    <>
      <ChipGroup
        label={<Trans>Where it is from</Trans>}
        isNeeded
        chips={BriefSource.options.map((id) => ({ id, label: words[id] }))}
        value={draft.source}
        onChange={(source) => source !== undefined && onChange({ source })}
      />
      {isTold && (
        <Field
          name="brief-told-by"
          label={<Trans>Who told you</Trans>}
          error={error}
          value={draft.toldBy ?? ''}
          onChange={(toldBy) => onChange({ toldBy: toldBy === '' ? null : toldBy })}
          maxLength={60}
        />
      )}
    </>
  )
}
