// One goal in a lesson: its criteria, examples to compare, and the learners it is talked about with.
import { Trans, useLingui } from '@lingui/react/macro'
import { Target } from 'lucide-react'
import type { Id } from '../../../core/ids.ts'
import { CriteriaList } from '../../../school/goals/CriteriaList.tsx'
import { isSameStatement } from '../../../school/goals/client.ts'
import { StageName } from '../../../school/goals/StageName.tsx'
import { keepExample, keepTalk, keepWording, removeExample, type TalkPlace } from '../../../school/goaltalks/client.ts'
import { Examples } from '../../../school/goaltalks/Examples.tsx'
import { SideBySide } from '../../../school/goaltalks/SideBySide.tsx'
import { TalkRow } from '../../../school/goaltalks/TalkRow.tsx'
import type { GroupLearner } from '../../../school/learners/client.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { symbolNamed } from '../../ui/symbol-named.ts'
import { GoalNow } from './GoalNow.tsx'
import { GoalStart } from './GoalStart.tsx'
import type { OpenGoal, TalkAbout, TalkActs } from './goal-talk.ts'

interface GoalTalkProps {
  readonly goal: OpenGoal
  readonly about: TalkAbout
  readonly groupId: Id
  readonly place: TalkPlace
  /** Undefined for those who only read. */
  readonly acts: TalkActs | undefined
  readonly newGoalHref: string
}

export function GoalTalk({ goal, about, groupId, place, acts, newGoalHref }: GoalTalkProps) {
  const { t } = useLingui()
  const statement = about.talks.statements.find((one) => isSameStatement(one, goal.statement))
  const learners = about.members.filter(({ id }) => goal.learnerId === null || goal.learnerId === id)
  return (
    <>
      <Card
        title={goal.wording}
        actions={
          acts !== undefined && (
            <ButtonLink size="small" kind="quiet" icon={Target} href={newGoalHref}>
              <Trans>Set another goal</Trans>
            </ButtonLink>
          )
        }
      >
        <Stack gap="small">
          {statement !== undefined && (
            <p>
              <Trans>What the stage expects: {statement.wording}</Trans> (
              <StageName year={statement.year} strand={statement.strand} />)
            </p>
          )}
          {statement === undefined && goal.expectation !== undefined && (
            <p>
              <Trans>What the stage expects: {goal.expectation}</Trans>
            </p>
          )}
          <CriteriaList criteria={goal.criteria} />
        </Stack>
      </Card>
      <Card title={<Trans>A good one and a weaker one</Trans>}>
        <Examples
          goal={goal}
          examples={about.talks.examples.filter(({ goalId }) => goalId === goal.id)}
          learnerNames={about.members.map(({ givenName }) => givenName)}
          onAdd={acts && ((example) => void acts.keep(t`Kept: an example`, keepExample({ goalId: goal.id, ...example })))}
          onRemove={(example) => void acts?.keep(t`Taken away: an example`, removeExample(example))}
        />
      </Card>
      <Card title={<Trans>In their own words</Trans>}>
        <StillOpen goal={goal} learners={learners} talks={about.talks} />
        {learners.map((learner) => (
          <Row key={learner.id} {...{ learner, goal, about, groupId, place, acts, statement }} />
        ))}
      </Card>
    </>
  )
}

interface StillOpenProps {
  readonly goal: OpenGoal
  readonly learners: readonly GroupLearner[]
  readonly talks: TalkAbout['talks']
}

/** Who has not said the goal yet, and who is not sure of it: what an adult looks for first. */
function StillOpen({ goal, learners, talks }: StillOpenProps) {
  const isOf = (id: Id) => (one: { readonly goalId: Id; readonly learnerId: Id }) => one.goalId === goal.id && one.learnerId === id
  const namesOf = (isOne: (id: Id) => boolean) => learners.filter(({ id }) => isOne(id)).map(({ name }) => name)
  const silent = namesOf((id) => !talks.wordings.some(isOf(id)))
  const unsure = namesOf((id) =>
    talks.talks.filter(isOf(id)).some(({ settled }) => settled.about === 'understood' && settled.choice === 'unsure'),
  )
  const list = (names: readonly string[]) => names.join(', ')
  return (
    <>
      {unsure.length > 0 && (
        <p>
          <Trans>Not sure yet: {list(unsure)}</Trans>
        </p>
      )}
      {silent.length > 0 && silent.length < learners.length && (
        <p>
          <Trans>Own words still to come: {list(silent)}</Trans>
        </p>
      )}
    </>
  )
}

interface RowProps extends Omit<GoalTalkProps, 'newGoalHref'> {
  readonly learner: GroupLearner
  readonly statement: TalkAbout['talks']['statements'][number] | undefined
}

function Row({ learner, goal, about, groupId, place, acts, statement }: RowProps) {
  const { t } = useLingui()
  const { id, name, symbol } = learner
  const isTheirs = (one: { readonly goalId: Id; readonly learnerId: Id }) => one.goalId === goal.id && one.learnerId === id
  const settled = about.talks.talks.filter(isTheirs).map((talk) => talk.settled)
  return (
    <TalkRow
      learner={{ id, name, symbol: symbolNamed(symbol) }}
      goal={goal}
      said={about.talks.wordings.find(isTheirs)}
      settled={settled}
      onSettle={acts && ((next) => void acts.keep(t`Kept: ${name}`, keepTalk(place, id, next)))}
      onSay={(said) => void acts?.keep(t`Kept: ${name}’s own words`, keepWording(goal.id, id, said))}
      sideBySide={
        <SideBySide
          expectation={statement}
          ownExpectation={goal.expectation}
          start={<GoalStart groupId={groupId} learnerId={id} settled={settled} />}
          now={<GoalNow groupId={groupId} learnerId={id} criteria={goal.criteria} />}
        />
      }
    />
  )
}
