// The hinge question of a session: which one is asked, who chooses what, and what that says at once.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { FrameworkStatement } from '../../common/frameworks/contract.ts'
import type { Id } from '../../core/ids.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { retireQuestion } from '../misconceptions/client.ts'
import type { HingeOption, Misconception } from '../misconceptions/contract.ts'
import { QuestionForm } from '../misconceptions/QuestionForm.tsx'
import { isOfStatement, ofSubject } from '../misconceptions/rules.ts'
import type { ShownSession } from '../sessions/contract.ts'
import { answerOf, type FindingActs, type FoundLearner, keep, type ShownFindings, takeBack } from './client.ts'
import styles from './HingePart.module.css'
import { HingeResult } from './HingeResult.tsx'
import { HingeRow, letterOf } from './HingeRow.tsx'
import { type ChosenOption, hingeResult } from './rules.ts'

type ShownQuestion = ShownFindings['questions'][number]

interface HingePartProps {
  readonly session: ShownSession
  readonly findings: ShownFindings
  readonly misconceptions: readonly Misconception[]
  /** What goals can be linked to, for a new question. */
  readonly statements: readonly FrameworkStatement[]
  readonly acts: FindingActs
  /** Whether one works with the group. */
  readonly canAct: boolean
}

export function HingePart(props: HingePartProps) {
  const { session, findings, misconceptions, statements, canAct } = props
  const [isMaking, setIsMaking] = useState(false)
  const [chosenId, choose] = useState<Id>()
  const here = findings.moments.filter(({ sessionId }) => sessionId === session.id)
  const answered = new Set(here.flatMap(({ hingeOptionId }) => hingeOptionId ?? []))
  const isAnswered = ({ options }: ShownQuestion) => options.some(({ id }) => answered.has(id))
  const questions = findings.questions.filter((one) => !one.isRetired || isAnswered(one))
  const question = questions.find(({ id }) => id === chosenId) ?? questions.find(isAnswered) ?? questions[0]
  return (
    <Card
      title={<Trans>Hinge question</Trans>}
      actions={
        canAct && (
          <Button size="small" icon={Plus} onPress={() => setIsMaking(true)}>
            <Trans>New question</Trans>
          </Button>
        )
      }
    >
      {question === undefined ? (
        <p className={styles.soft}>
          <Trans>One question that everyone answers at once. Each wrong answer shows one way of going wrong.</Trans>
        </p>
      ) : (
        <Stack>
          {questions.length > 1 && (
            <ChipGroup
              label={<Trans>Which question?</Trans>}
              isNeeded
              chips={questions.map(({ id, question: words }) => ({ id, label: words }))}
              value={question.id}
              onChange={choose}
            />
          )}
          <Asked {...props} key={question.id} question={question} isAnswered={isAnswered(question)} />
        </Stack>
      )}
      {isMaking && (
        <QuestionForm
          groupId={session.groupId}
          subject={session.subject}
          statement={findings.goals.find(({ statement }) => statement !== null)?.statement ?? null}
          statements={statements}
          misconceptions={ofSubject(misconceptions, session.subject)}
          names={findings.learners.map(({ name }) => name)}
          onKept={(id) => {
            choose(id)
            setIsMaking(false)
          }}
          onClose={() => setIsMaking(false)}
        />
      )}
    </Card>
  )
}

type Confidence = 'not_asked' | 'sure' | 'not_sure'
const isSureBy = { not_asked: null, sure: true, not_sure: false } as const satisfies Record<Confidence, boolean | null>

interface AskedProps extends HingePartProps {
  readonly question: ShownQuestion
  readonly isAnswered: boolean
}

function Asked(props: AskedProps) {
  const { session, findings, misconceptions, question, isAnswered, canAct } = props
  const { t } = useLingui()
  const [confidence, setConfidence] = useState<Confidence>('not_asked')
  const { criteria, criterionId, chooseCriterion } = useCriterion(findings, question)
  const here = findings.moments.filter(({ sessionId }) => sessionId === session.id)
  const chosen = hingeResult(question.options, here)
  const answer = useAnswering(props, chosen, { criterionId, isSure: isSureBy[confidence] })
  const names = new Map(misconceptions.map(({ id, wording }) => [id, wording]))
  const sureness: readonly { readonly id: Confidence; readonly label: string }[] = [
    { id: 'not_asked', label: t`Not asked` },
    { id: 'sure', label: t`Sure` },
    { id: 'not_sure', label: t`Not sure` },
  ]
  return (
    <Stack>
      <h3 className={styles.question}>{question.question}</h3>
      {canAct && !question.isRetired && (
        <>
          <HingeRow learners={findings.learners} chosen={chosen} onAnswer={answer} />
          <Row>
            <ChipGroup
              label={<Trans>How sure? Choose, then tap the answer</Trans>}
              look="joined"
              isNeeded
              chips={sureness}
              value={confidence}
              onChange={(one) => setConfidence(one ?? 'not_asked')}
            />
            {criteria.length > 1 && (
              <ChipGroup
                label={<Trans>It tells of</Trans>}
                isNeeded
                chips={criteria.map(({ id, shortName }) => ({ id, label: shortName }))}
                value={criterionId ?? undefined}
                onChange={chooseCriterion}
              />
            )}
          </Row>
        </>
      )}
      <HingeResult chosen={chosen} learners={findings.learners} names={names} />
      {canAct && !isAnswered && (
        <div>
          <Button kind="quiet" size="small" onPress={() => void retireQuestion(question.id)}>
            <Trans>Offer this question no more</Trans>
          </Button>
        </div>
      )}
    </Stack>
  )
}

/** The success criterion that the answers tell of: the first of the goal that the question belongs to, until another is chosen. */
function useCriterion({ goals }: ShownFindings, question: ShownQuestion) {
  const [chosen, chooseCriterion] = useState<Id>()
  const goal = goals.find(({ statement }) => statement !== null && isOfStatement(statement, question.statement)) ?? goals[0]
  const criteria = (goal?.criteria ?? []).toSorted((one, other) => one.position - other.position)
  const criterion = criteria.find(({ id }) => id === chosen) ?? criteria[0]
  return { criteria, criterionId: criterion?.id ?? null, chooseCriterion }
}

/** A tap keeps an answer in the place of the learner's last one; on the same answer, as sure as before, it takes it back. */
function useAnswering(
  { session, findings, question, acts }: AskedProps,
  chosen: readonly ChosenOption[],
  { criterionId, isSure }: { readonly criterionId: Id | null; readonly isSure: boolean | null },
) {
  const { t } = useLingui()
  const goalId = findings.goals.find(({ criteria }) => criteria.some(({ id }) => id === criterionId))?.id ?? null
  const nameOf = (id: Id): FoundLearner['shortName'] => findings.learners.find((learner) => learner.id === id)?.shortName ?? ''
  return (learnerId: Id, option: HingeOption) => {
    const spot = { session, goalId, criterionId, at: new Date() }
    const make = (of: HingeOption, sure: boolean | null) =>
      answerOf(spot, learnerId, { question: question.question, option: of, isSure: sure })
    const before = chosen.flatMap((one) =>
      one.answers
        .filter((answer) => answer.learnerId === learnerId)
        .map(({ observationId, isSure: sure }) => ({ option: one, id: observationId, sure })),
    )[0]
    const name = nameOf(learnerId)
    const letter = letterOf(question.options.findIndex(({ id }) => id === option.id))
    const old = before === undefined ? [] : [{ id: before.id, learnerId }]
    const again = async () => (before === undefined ? undefined : keep(make(before.option, before.sure)))
    if (before !== undefined && before.option.id === option.id && before.sure === isSure) {
      return acts.act(() => takeBack(old), { said: t`Taken back: ${name}, ${letter}`, undo: again })
    }
    const kept = make(option, isSure)
    acts.act(() => keep(kept, old), {
      said: t`Kept: ${name}, ${letter}`,
      undo: async () => {
        await takeBack([kept])
        await again()
      },
    })
  }
}
