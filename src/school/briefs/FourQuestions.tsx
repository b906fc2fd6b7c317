// Four questions to the class teacher on one phone page: what is known is offered as chips, so that two taps and a line answer them.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { type Chip, ChipGroup, ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Field, fieldId } from '../../web/ui/Field.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { questionReasons, useFormWords } from './BriefWords.tsx'
import { type Answers, entriesOf, type ShownBrief } from './client.ts'
import { type BriefPart, WantedForm } from './contract.ts'
import styles from './FourQuestions.module.css'
import { entryRefusal, linesOf } from './rules.ts'

interface FourQuestionsProps {
  readonly brief: ShownBrief
  /** When the lesson ends on the clock: "11:45". */
  readonly endTime: string | undefined
  readonly onAnswer: (answers: Answers) => void
}

/** What is chosen and typed before it becomes answers. */
interface Draft {
  readonly objectives: readonly string[]
  readonly objective: string
  readonly misconceptions: readonly string[]
  readonly misconception: string
  readonly wanted: string
  readonly byWhen: string | undefined
  readonly form: WantedForm | undefined
  readonly leaveAlone: readonly string[]
}

/** A goal is the plan's already: the only open one is chosen from the start, and can be taken out. */
function firstDraft({ goals }: ShownBrief): Draft {
  const [only] = goals
  return {
    objectives: goals.length === 1 && only !== undefined ? [only.wording] : [],
    objective: '',
    misconceptions: [],
    misconception: '',
    wanted: '',
    byWhen: undefined,
    form: undefined,
    leaveAlone: [],
  }
}

const together = (...lines: readonly string[]) =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

function answersOf(draft: Draft): Answers {
  return {
    objective: together(...draft.objectives, draft.objective),
    misconceptions: together(...draft.misconceptions, draft.misconception),
    wanted: draft.wanted.trim(),
    byWhen: draft.wanted.trim() === '' ? null : (draft.byWhen ?? null),
    form: draft.wanted.trim() === '' ? null : (draft.form ?? null),
    leaveAlone: draft.leaveAlone,
  }
}

export function FourQuestions({ brief, endTime, onAnswer }: FourQuestionsProps) {
  const { t } = useLingui()
  const refusalWords = useRefusalWords(questionReasons)
  const [draft, setDraft] = useState(() => firstDraft(brief))
  const [problem, setProblem] = useState<Problem>()
  const typed = [draft.objective, draft.misconception, draft.wanted]
  const stop = useWorryStop(typed, () => setDraft({ ...draft, objective: '', misconception: '', wanted: '' }))
  const change = (some: Partial<Draft>) => setDraft((before) => ({ ...before, ...some }))
  const keep = () => {
    const answers = answersOf(draft)
    const entries = entriesOf('', answers)
    if (entries.length === 0 && answers.leaveAlone.length === 0) return setProblem({ words: t`Answer at least one question` })
    const names = brief.learners.map(({ givenName }) => givenName)
    for (const entry of entries) {
      const refusal = entryRefusal(entry, { replaced: undefined, isTeacher: true, names })
      if (refusal === undefined) continue
      setProblem({ part: entry.part, words: refusalWords(refusal) })
      return document.getElementById(fieldId(fieldOf(entry.part)))?.focus()
    }
    onAnswer(answers)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  const asked = { brief, draft, problem, onChange: change }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Card>
        <div className={styles.questions}>
          <Objective {...asked} />
          <Misconceptions {...asked} />
          <Wanted {...asked} endTime={endTime} />
          <LeaveAlone {...asked} />
          {stop.button}
        </div>
      </Card>
      <div className={styles.foot}>
        {problem !== undefined && problem.part === undefined && (
          <p className={styles.problem} role="alert">
            {problem.words}
          </p>
        )}
        <Button type="submit" kind="primary" isWide>
          <Trans>Send the answers</Trans>
        </Button>
      </div>
      {stop.dialogs}
    </form>
  )
}

/** What is wrong, and in which answer. */
interface Problem {
  readonly part?: BriefPart
  readonly words: string
}

const fieldOf = (part: BriefPart) => `question-${part}`

interface QuestionProps {
  readonly brief: ShownBrief
  readonly draft: Draft
  readonly problem: Problem | undefined
  readonly onChange: (some: Partial<Draft>) => void
}

const asChips = (lines: readonly string[]): readonly Chip<string>[] => lines.map((line) => ({ id: line, label: line }))

function Objective({ brief, draft, problem, onChange }: QuestionProps) {
  const before = linesOf(
    (brief.earlier?.entries ?? []).filter(({ part }) => part === 'objective'),
    1,
  )
  const known = [...new Set([...brief.goals.slice(0, 3).map(({ wording }) => wording), ...before])]
  return (
    <Question
      part="objective"
      already={alreadyIn(brief, 'objective')}
      problem={problem}
      title={<Trans>1. What do they have to take away today?</Trans>}
      chips={asChips(known)}
      chosen={draft.objectives}
      onChoose={(objectives) => onChange({ objectives })}
      words={draft.objective}
      onWords={(objective) => onChange({ objective })}
    />
  )
}

function Misconceptions({ brief, draft, problem, onChange }: QuestionProps) {
  return (
    <Question
      part="misconceptions"
      already={alreadyIn(brief, 'misconceptions')}
      problem={problem}
      title={<Trans>2. Where will they go wrong?</Trans>}
      chips={asChips(brief.knownMisconceptions)}
      chosen={draft.misconceptions}
      onChoose={(misconceptions) => onChange({ misconceptions })}
      words={draft.misconception}
      onWords={(misconception) => onChange({ misconception })}
    />
  )
}

/** What colleagues wrote into the brief: whoever answers confirms it by leaving it, or says more. */
const alreadyIn = (brief: ShownBrief, part: BriefPart) =>
  linesOf(
    brief.entries.filter((entry) => entry.part === part),
    3,
  )

function Already({ lines }: { readonly lines: readonly string[] }) {
  const said = lines.join(' · ')
  return <Trans>In the brief already: {said}</Trans>
}

interface ChosenProps {
  readonly part: BriefPart
  /** What the brief says to it. */
  readonly already: readonly string[]
  readonly problem: Problem | undefined
  readonly title: ReactNode
  readonly chips: readonly Chip<string>[]
  readonly chosen: readonly string[]
  readonly onChoose: (lines: readonly string[]) => void
  readonly words: string
  readonly onWords: (words: string) => void
}

/** A question with what is known as chips, and a line of one's own; without chips the line is the answer. */
function Question({ part, already, problem, title, chips, chosen, onChoose, words, onWords }: ChosenProps) {
  return (
    <div className={styles.question}>
      {chips.length > 0 && <ManyChips label={title} chips={chips} value={chosen} onChange={onChoose} />}
      <Field
        name={fieldOf(part)}
        error={problem?.part === part && problem.words}
        label={chips.length === 0 ? title : <Trans>In your own words</Trans>}
        isOptional={chips.length > 0}
        hint={already.length > 0 && <Already lines={already} />}
        value={words}
        onChange={onWords}
        maxLength={160}
        width="full"
      />
    </div>
  )
}

function Wanted({ brief, endTime, draft, problem, onChange }: QuestionProps & { readonly endTime: string | undefined }) {
  const { t } = useLingui()
  const forms = useFormWords()
  const already = alreadyIn(brief, 'wanted')
  const times = [...(endTime === undefined ? [] : [endTime]), t`lunch`, t`the end of the day`]
  return (
    <div className={styles.question}>
      <Field
        name={fieldOf('wanted')}
        error={problem?.part === 'wanted' && problem.words}
        label={<Trans>3. What do you need to hear about them afterwards?</Trans>}
        hint={already.length > 0 ? <Already lines={already} /> : <Trans>Such as: who can explain it, not only do it</Trans>}
        value={draft.wanted}
        onChange={(wanted) => onChange({ wanted })}
        maxLength={200}
        width="full"
      />
      <ChipGroup label={<Trans>By when</Trans>} chips={asChips(times)} value={draft.byWhen} onChange={(byWhen) => onChange({ byWhen })} />
      <ChipGroup
        label={<Trans>In which form</Trans>}
        chips={WantedForm.options.map((id) => ({ id, label: forms[id] }))}
        value={draft.form}
        onChange={(form) => onChange({ form })}
      />
    </div>
  )
}

function LeaveAlone({ brief, draft, onChange }: QuestionProps) {
  if (brief.learners.length === 0) return null
  return (
    <ManyChips
      label={<Trans>4. Who should try alone before anybody helps?</Trans>}
      chips={brief.learners.map(({ id, name }) => ({ id, label: name }))}
      value={draft.leaveAlone}
      onChange={(leaveAlone) => onChange({ leaveAlone })}
    />
  )
}
