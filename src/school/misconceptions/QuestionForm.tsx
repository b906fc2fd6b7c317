// Make a hinge question: the question, its options, which one is right, and what each wrong one gives away.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { FrameworkStatement, StatementRef } from '../../common/frameworks/contract.ts'
import type { Id } from '../../core/ids.ts'
import { device } from '../../web/device.ts'
import { type Reasons, useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { StatementPicker } from '../goals/StatementPicker.tsx'
import { fewestOptions, missingInQuestion, mostOptions, newOption, newQuestion, type OptionDraft, questionAdditions } from './client.ts'
import type { Misconception } from './contract.ts'
import { OptionFields } from './OptionFields.tsx'
import styles from './QuestionForm.module.css'
import { hingeQuestionRefusal } from './rules.ts'

const questionReasons: Reasons = {
  one_right_option: msg`One answer is right, the others are not`,
  option_twice: msg`Two answers are the same`,
  names_a_learner: msg`A child is named here: the question is used again with others`,
}

interface QuestionFormProps {
  readonly groupId: Id
  /** What the group learns. */
  readonly subject: string
  /** What the goal stands for. */
  readonly statement: StatementRef | null
  readonly statements: readonly FrameworkStatement[]
  readonly misconceptions: readonly Misconception[]
  /** Of the group's learners: none stands in a question. */
  readonly names: readonly string[]
  readonly onKept: (questionId: Id) => void
  readonly onClose: () => void
}

export function QuestionForm({ groupId, subject, statement, statements, misconceptions, names, onKept, onClose }: QuestionFormProps) {
  const { t } = useLingui()
  const formId = useId()
  const { draft, setDraft, problems, missing, attempt, submit } = useQuestionForm({ groupId, statement, misconceptions, names, onKept })
  const change = (id: Id, changed: Partial<OptionDraft>) =>
    setDraft({ ...draft, options: draft.options.map((one) => (one.id === id ? { ...one, ...changed } : one)) })
  return (
    <Dialog
      title={<Trans>A new hinge question</Trans>}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button kind="primary" type="submit" form={formId}>
            <Trans>Keep the question</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} attempt={attempt} />
        <TextAreaField
          name="hinge-question"
          label={<Trans>The question</Trans>}
          hint={<Trans>Answered in under a minute, by everyone at once. No names of children here.</Trans>}
          error={missing.has('hinge-question') ? t`Write the question` : undefined}
          value={draft.question}
          onChange={(question) => setDraft({ ...draft, question })}
          maxLength={200}
          rows={2}
          width="full"
        />
        <StatementPicker
          statements={statements}
          subject={subject}
          value={draft.statement}
          onChange={(chosen) => setDraft({ ...draft, statement: chosen })}
        />
        <ol className={styles.options}>
          {draft.options.map((option, place) => (
            <OptionFields
              key={option.id}
              option={option}
              place={place}
              statement={draft.statement}
              misconceptions={misconceptions}
              missing={missing}
              onChange={(changed) => change(option.id, changed)}
              onRemove={
                draft.options.length > fewestOptions && !option.isRight
                  ? () => setDraft({ ...draft, options: draft.options.filter(({ id }) => id !== option.id) })
                  : undefined
              }
            />
          ))}
        </ol>
        {draft.options.length < mostOptions && (
          <div>
            <Button size="small" icon={Plus} onPress={() => setDraft({ ...draft, options: [...draft.options, newOption()] })}>
              <Trans>Another answer</Trans>
            </Button>
          </div>
        )}
        <ChipGroup
          label={<Trans>Which one is right?</Trans>}
          isNeeded
          chips={draft.options.map(({ id }, place) => ({ id, label: String.fromCharCode(65 + place) }))}
          value={draft.options.find(({ isRight }) => isRight)?.id}
          onChange={(right) => setDraft({ ...draft, options: draft.options.map((one) => ({ ...one, isRight: one.id === right })) })}
        />
      </form>
    </Dialog>
  )
}

function useQuestionForm({
  groupId,
  statement,
  misconceptions,
  names: learners,
  onKept,
}: Pick<QuestionFormProps, 'groupId' | 'statement' | 'misconceptions' | 'names' | 'onKept'>) {
  const { t } = useLingui()
  const words = useRefusalWords(questionReasons)
  const [draft, setDraft] = useState(() => newQuestion(statement))
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string>()
  const names = attempt === 0 ? [] : missingInQuestion(draft)
  const problems = [...names.map((name) => ({ name, message: messageFor(name) })), ...(failure === undefined ? [] : [{ message: failure }])]

  function messageFor(name: string): string {
    if (name === 'hinge-question') return t`Write the question`
    const letter = String.fromCharCode(65 + draft.options.findIndex(({ id }) => name.endsWith(id)))
    return name.startsWith('option') ? t`Write answer ${letter}` : t`Say what choosing ${letter} gives away`
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    setFailure(undefined)
    if (missingInQuestion(draft).length > 0) return
    const { id, options, additions } = questionAdditions(draft, groupId, misconceptions)
    const question = [draft.question, ...draft.options.map(({ newName }) => newName)].join('. ')
    const refusal = hingeQuestionRefusal({ question, options }, learners)
    if (refusal !== undefined) return setFailure(words(refusal))
    try {
      await device().outbox.addAll(additions)
      onKept(id)
    } catch {
      setFailure(t`This device can’t keep anything now. Sign in again, with a network.`)
    }
  }

  return { draft, setDraft, problems, missing: new Set(names), attempt, submit }
}
