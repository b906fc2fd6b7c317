// Write a subject lead's advice down as it was told: under which heading, in which words, by whom and when.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Reasons, useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import styles from './AdviceForm.module.css'
import type { AdviceDraft } from './client.ts'
import { AdviceHeading } from './contract.ts'
import { adviceRefusal } from './rules.ts'

/** What the rules on advice say no for, in words. */
export const adviceReasons: Reasons = {
  names_a_learner: msg`A learner is named here. Advice is on the whole group.`,
  nothing_to_take_away: msg`There is nothing to take away.`,
  advice_of_another: msg`This belongs to another group.`,
  not_a_lead: msg`They lead no subject any more.`,
}

/** The two headings in words. */
export function useHeadingWords(): Readonly<Record<AdviceHeading, string>> {
  const { t } = useLingui()
  return { assessment: t`How to find out what they know`, teaching: t`How to teach and learn it` }
}

interface AdviceFormProps {
  readonly draft: AdviceDraft
  /** Given names of the group's learners. */
  readonly names: readonly string[]
  readonly onKeep: (draft: AdviceDraft) => void
  readonly onCancel: () => void
}

export function AdviceForm({ draft: first, names, onKeep, onCancel }: AdviceFormProps) {
  const { t } = useLingui()
  const headings = useHeadingWords()
  const refusalWords = useRefusalWords(adviceReasons)
  const [draft, setDraft] = useState(first)
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string }>()
  const change = (some: Partial<AdviceDraft>) => setDraft((before) => ({ ...before, ...some }))
  const stop = useWorryStop([draft.words], () => change({ words: '' }))
  const keep = () => {
    const said = { ...draft, words: draft.words.trim(), saidBy: draft.saidBy.trim(), saidRole: draft.saidRole.trim() }
    const empty = (['words', 'saidBy', 'saidRole', 'saidOn'] as const).find((field) => said[field] === '')
    if (empty !== undefined) return setProblem({ field: empty, words: t`Fill this in` })
    const refusal = adviceRefusal({ ...said, groupId: '', isGone: false, replacesId: null }, { replacedGroupId: undefined, names })
    if (refusal !== undefined) return setProblem({ field: refusal.field ?? 'words', words: refusalWords(refusal) })
    onKeep(said)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  const field = (name: 'words' | 'saidBy' | 'saidRole' | 'saidOn') => ({
    name: `advice-${name}`,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: problem?.field === name ? problem.words : undefined,
  })
  return (
    <form className={styles.form} onSubmit={submit}>
      <ChipGroup
        label={<Trans>What it is about</Trans>}
        isNeeded
        chips={AdviceHeading.options.map((id) => ({ id, label: headings[id] }))}
        value={draft.heading}
        onChange={(heading) => heading !== undefined && change({ heading })}
      />
      <TextAreaField {...field('words')} label={<Trans>What was said</Trans>} maxLength={300} rows={2} width="full" autoFocus />
      <Field {...field('saidBy')} label={<Trans>Who said it</Trans>} maxLength={60} />
      <Field {...field('saidRole')} label={<Trans>As what</Trans>} maxLength={40} />
      <Field {...field('saidOn')} type="date" label={<Trans>When</Trans>} width="short" />
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
