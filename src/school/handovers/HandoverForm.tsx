// Hand a session over: drafted lines under three headings, signs by taps, a suggestion, whom to look at; at most 120 words, counted as one writes.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useMemo, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import type { Draft } from '../../web/drafts.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ManyChips } from '../../web/ui/ChipGroup.tsx'
import { classes } from '../../web/ui/classes.ts'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { CheckboxField, Field } from '../../web/ui/Field.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { type DraftFacts, DraftHeading } from '../drafts/contract.ts'
import { shortNames, wordsIn } from '../drafts/rules.ts'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { draftRefusal, firstDraft, type HandoverLearners, type WrittenLine, withSign, wordingsOf } from './client.ts'
import { type HandoverDraft, SharedWith } from './contract.ts'
import styles from './HandoverForm.module.css'
import { handoverReasons, headingWords, sharedWords } from './HandoverWords.tsx'
import { mostWords } from './rules.ts'
import { SignTaps } from './SignTaps.tsx'
import { WrittenLines } from './WrittenLines.tsx'

interface HandoverFormProps {
  readonly facts: DraftFacts
  /** What was written here before, if anything. */
  readonly kept: Draft<HandoverDraft>
  readonly onSend: (draft: HandoverDraft) => Promise<void>
}

export function HandoverForm({ facts, kept, onSend }: HandoverFormProps) {
  const { t } = useLingui()
  const form = useHandoverForm(facts, kept, onSend)
  const { draft, change, words } = form
  const { learners } = facts
  const keepLine = (line: WrittenLine) => {
    const isThere = draft.lines.some(({ id }) => id === line.id)
    change({ lines: isThere ? draft.lines.map((one) => (one.id === line.id ? line : one)) : [...draft.lines, line] })
  }
  return (
    <div className={styles.form}>
      <ErrorSummary problems={form.problem === undefined ? [] : [{ message: form.problem }]} attempt={form.attempt} />
      {DraftHeading.options.map((heading) => (
        <Card key={heading} title={t(headingWords[heading])}>
          <div className={styles.part}>
            <WrittenLines
              heading={heading}
              title={t(headingWords[heading])}
              lines={draft.lines.filter((line) => line.heading === heading)}
              learners={learners}
              onKeep={keepLine}
              onRemove={(id) => change({ lines: draft.lines.filter((line) => line.id !== id) })}
            />
            {heading === 'responsibility' && learners.length > 0 && (
              <SignTaps
                learners={learners}
                lines={draft.lines}
                onSign={(learnerId, sign) => change({ lines: withSign(draft, learnerId, sign, learners).lines })}
              />
            )}
          </div>
        </Card>
      ))}
      <Card title={<Trans>For the teacher</Trans>}>
        <ForTeacher draft={draft} learners={learners} onChange={change} />
      </Card>
      <div className={styles.foot}>
        <p className={classes(styles.count, words > mostWords && styles.over)} role="status">
          <Trans>
            {words} of {mostWords} words
          </Trans>
        </p>
        <Button kind="primary" isWide onPress={form.submit}>
          <Trans>Hand over</Trans>
        </Button>
        {form.isChanged && (
          <Button kind="quiet" size="small" onPress={form.again}>
            <Trans>Draft again from what was noted</Trans>
          </Button>
        )}
        {form.stop.button}
      </div>
      {form.stop.dialogs}
    </div>
  )
}

function useHandoverForm(facts: DraftFacts, kept: Draft<HandoverDraft>, onSend: (draft: HandoverDraft) => Promise<void>) {
  const { t } = useLingui()
  const refusalWords = useRefusalWords(handoverReasons)
  const first = useMemo(() => firstDraft(facts), [facts])
  const [refused, setRefused] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const draft = kept.draft ?? first
  const change = (some: Partial<HandoverDraft>) => {
    kept.change({ ...draft, ...some })
    setRefused(undefined)
  }
  const stop = useWorryStop([draft.suggestion], () => change({ suggestion: '' }))
  const send = async () => {
    const refusal = draftRefusal(draft, facts.learners)
    if (refusal !== undefined) {
      setRefused(refusalWords(refusal))
      setAttempt((before) => before + 1)
      return
    }
    try {
      await onSend(draft)
    } catch {
      setRefused(t`This device can’t keep anything now. Sign in again, with a network.`)
      setAttempt((before) => before + 1)
    }
  }
  return {
    draft,
    change,
    stop,
    attempt,
    problem: refused,
    words: wordsIn(wordingsOf(draft, facts.learners)),
    isChanged: kept.draft !== undefined,
    again: () => kept.change(undefined),
    submit: () => stop.before(() => void send()),
  }
}

interface ForTeacherProps {
  readonly draft: HandoverDraft
  readonly learners: HandoverLearners
  readonly onChange: (some: Partial<HandoverDraft>) => void
}

function ForTeacher({ draft, learners, onChange }: ForTeacherProps) {
  const { t } = useLingui()
  const nameOf = shortNames(learners)
  const chips = learners.map(({ id }) => ({ id, label: nameOf(id) }))
  const whom = (label: ReactNode, value: readonly Id[], change: (ids: Id[]) => void) =>
    learners.length > 0 && <ManyChips label={label} chips={chips} value={value} onChange={(ids) => change([...ids])} />
  return (
    <div className={styles.part}>
      <Field
        name="handover-suggestion"
        label={<Trans>What do you suggest?</Trans>}
        hint={<Trans>Start tomorrow with today’s example</Trans>}
        isOptional
        value={draft.suggestion}
        onChange={(suggestion) => onChange({ suggestion })}
        maxLength={300}
        width="full"
        autoComplete="off"
      />
      {whom(<Trans>For whom?</Trans>, draft.suggestionFor, (suggestionFor) => onChange({ suggestionFor }))}
      {whom(<Trans>At whom should the teacher look?</Trans>, draft.look, (look) => onChange({ look }))}
      <CheckboxField
        name="handover-urgent"
        label={<Trans>Urgent: before the next lesson</Trans>}
        isChecked={draft.isUrgent}
        onChange={(isUrgent) => onChange({ isUrgent })}
      />
      <ManyChips
        label={<Trans>Who reads it besides the teacher?</Trans>}
        chips={SharedWith.options.map((id) => ({ id, label: t(sharedWords[id]) }))}
        value={draft.alsoTo}
        onChange={(alsoTo) => onChange({ alsoTo: [...alsoTo] })}
      />
    </div>
  )
}
