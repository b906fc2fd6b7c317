// What feedback says, in three slots: on which success criterion, what went well, what next. A quiet look at words, never a field for a mark.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import type { Problem } from '../../web/ui/ErrorSummary.tsx'
import { fieldId, TextAreaField } from '../../web/ui/Field.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import type { LearningGoal } from '../goals/contract.ts'
import { type FeedbackDraft, modeWords } from './client.ts'
import { FeedbackMode, feedbackLengths } from './contract.ts'
import styles from './FeedbackFields.module.css'
import { type ToneHint, toneHints } from './rules.ts'

interface FeedbackFieldsProps {
  /** Before the names of its fields: two forms may be on one page. */
  readonly of: string
  readonly draft: FeedbackDraft
  readonly onChange: (change: Partial<FeedbackDraft>) => void
  /** Open goals that all of those picked have. */
  readonly goals: readonly LearningGoal[]
  /** What is wrong, by field. */
  readonly errors: ReadonlyMap<string, string>
  /** What was noted last on the criterion, to begin from. */
  readonly start?: ReactNode
}

/** The same problems under the names that the fields have on the page. */
export function namedFor(of: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => (problem.name === undefined ? problem : { ...problem, name: `${of}-${problem.name}` }))
}

export function FeedbackFields(props: FeedbackFieldsProps) {
  return (
    <div className={styles.slots}>
      <Criterion {...props} />
      {props.draft.criterionId !== null && props.start}
      <WentWell {...props} />
      <Next {...props} />
      <Hints draft={props.draft} />
      <Manner {...props} />
    </div>
  )
}

function Criterion({ of, draft, onChange, goals, errors }: FeedbackFieldsProps) {
  const error = errors.get('criterionId')
  const choose = (goalId: Id, criterionId: Id | undefined) =>
    onChange({ criterionId: criterionId ?? null, goalId: criterionId === undefined ? null : goalId })
  return (
    <div id={fieldId(`${of}-criterionId`)} tabIndex={-1} className={styles.part}>
      {error !== undefined && <p className={styles.error}>{error}</p>}
      {goals.map(({ id, wording, criteria }) => (
        <ChipGroup
          key={id}
          label={<Trans>About: {wording}</Trans>}
          chips={criteria.map(({ id: criterionId, shortName }) => ({ id: criterionId, label: shortName }))}
          value={draft.goalId === id ? (draft.criterionId ?? undefined) : undefined}
          onChange={(criterionId) => choose(id, criterionId)}
        />
      ))}
      {goals.length === 0 && (
        <p className={styles.soft}>
          <Trans>Feedback is on a success criterion, and no goal is open for them. Set a goal first.</Trans>
        </p>
      )}
      <Sentence goals={goals} criterionId={draft.criterionId} />
    </div>
  )
}

/** The criterion in the child's words, as one says it. */
function Sentence({ goals, criterionId }: { readonly goals: readonly LearningGoal[]; readonly criterionId: Id | null }) {
  const chosen = goals.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterionId)
  return chosen === undefined ? null : <p className={styles.sentence}>{chosen.childText}</p>
}

/** Ways to begin that name the work and the strategy. */
const stems: readonly MessageDescriptor[] = [
  msg`You … before you …, and that showed …`,
  msg`You used … to …, so …`,
  msg`You checked … by …`,
  msg`You tried another way when …`,
  msg`You kept to … until …`,
]

const strategies: readonly MessageDescriptor[] = [
  msg`Checked it back`,
  msg`Used a picture`,
  msg`Step by step`,
  msg`Another way`,
  msg`Own words`,
]

function WentWell({ of, draft, onChange, errors }: FeedbackFieldsProps) {
  const { t } = useLingui()
  return (
    <div className={styles.part}>
      <TextAreaField
        name={`${of}-didWell`}
        label={<Trans>What went well, in the work</Trans>}
        hint={<Trans>Say what they did and what it showed.</Trans>}
        error={errors.get('didWell')}
        value={draft.didWell}
        onChange={(didWell) => onChange({ didWell })}
        maxLength={feedbackLengths.didWell}
        rows={2}
        width="full"
      />
      {draft.didWell.trim() === '' && (
        <details className={styles.more}>
          <summary>
            <Trans>Ways to begin</Trans>
          </summary>
          <Row>
            {stems.map((stem) => (
              <Button key={stem.id} size="small" kind="quiet" onPress={() => onChange({ didWell: t(stem) })}>
                {t(stem)}
              </Button>
            ))}
          </Row>
        </details>
      )}
      <ChipGroup
        label={<Trans>The strategy, named (if you like)</Trans>}
        chips={strategies.map((words) => ({ id: t(words), label: t(words) }))}
        value={draft.strategy ?? undefined}
        onChange={(strategy) => onChange({ strategy: strategy ?? null })}
      />
    </div>
  )
}

function Next({ of, draft, onChange, errors }: FeedbackFieldsProps) {
  return (
    <div className={styles.part}>
      <TextAreaField
        name={`${of}-toDevelop`}
        label={<Trans>One thing to develop</Trans>}
        isOptional
        error={errors.get('toDevelop')}
        value={draft.toDevelop ?? ''}
        onChange={(words) => onChange({ toDevelop: words.trim() === '' ? null : words })}
        maxLength={feedbackLengths.toDevelop}
        rows={2}
        width="full"
      />
      <TextAreaField
        name={`${of}-nextAction`}
        label={<Trans>One thing to do next</Trans>}
        hint={<Trans>Something they can do now: write one sentence with the new word</Trans>}
        error={errors.get('nextAction')}
        value={draft.nextAction}
        onChange={(nextAction) => onChange({ nextAction })}
        maxLength={feedbackLengths.nextAction}
        rows={2}
        width="full"
      />
    </div>
  )
}

const hintWords: Readonly<Record<ToneHint, MessageDescriptor>> = {
  ability: msg`This is about the child. Say what they did in the work.`,
  comparison: msg`This compares with others. Compare with their own earlier work.`,
  mark: msg`Is this number what the lesson is about? A mark does not belong in feedback.`,
  several: msg`One next thing is enough.`,
}

/** A list looked up on this device; it stops nobody. */
function Hints({ draft }: { readonly draft: FeedbackDraft }) {
  const { t } = useLingui()
  return (
    <div role="status" className={styles.hints}>
      {toneHints(draft).map((hint) => (
        <p key={hint}>{t(hintWords[hint])}</p>
      ))}
    </div>
  )
}

function Manner({ draft, onChange }: FeedbackFieldsProps) {
  const { t } = useLingui()
  return (
    <details className={styles.more}>
      <summary>
        {t(modeWords[draft.mode])}, {draft.isPrivate ? <Trans>privately</Trans> : <Trans>in the group</Trans>}
      </summary>
      <ChipGroup
        label={<Trans>How it was said</Trans>}
        isNeeded
        chips={FeedbackMode.options.map((id) => ({ id, label: t(modeWords[id]) }))}
        value={draft.mode}
        onChange={(mode) => mode !== undefined && onChange({ mode })}
      />
      <ChipGroup
        label={<Trans>Where</Trans>}
        isNeeded
        chips={[
          { id: 'private', label: t`Privately` },
          { id: 'group', label: t`In the group` },
        ]}
        value={draft.isPrivate ? 'private' : 'group'}
        onChange={(where) => where !== undefined && onChange({ isPrivate: where === 'private' })}
      />
    </details>
  )
}
