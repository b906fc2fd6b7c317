// Make a group: empty, or of those who are not yet there on a success criterion of the class page.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Id, newId } from '../../../core/ids.ts'
import { type ClassMapAnswer, cellFinder } from '../../../school/classmap/client.ts'
import { classMapForGroup } from '../../../school/classmap/contract.ts'
import { copyGoal } from '../../../school/goaltalks/client.ts'
import { useColleagues, useMyGroups } from '../../../school/groups/client.ts'
import { type ChosenLearners, NewGroupForm } from '../../../school/learners/NewGroupForm.tsx'
import { useAsked } from '../../asking.ts'
import { useMember } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { CheckboxField } from '../../ui/Field.tsx'
import { Loading } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { criterionOf } from '../class/shown.ts'
import { paths, useWantedId } from '../paths.ts'

export function NewGroupPage() {
  const from = useWantedId('from')
  const criterionId = useWantedId('criterion')
  const asked = useAsked(classMapForGroup, from !== undefined && criterionId !== undefined ? { groupId: from } : undefined)
  const isAsked = from !== undefined && criterionId !== undefined
  return (
    <>
      <PageHeader title={<Trans>Make a group</Trans>} />
      {!isAsked ? (
        <Form chosen={from === undefined ? undefined : { from, learnerIds: [], name: '' }} />
      ) : asked.state === 'loading' ? (
        <Loading />
      ) : (
        <AskedView asked={asked}>{(answer) => <ChosenForm answer={answer} from={from} criterionId={criterionId} />}</AskedView>
      )}
    </>
  )
}

interface ChosenFormProps {
  readonly answer: ClassMapAnswer
  readonly from: Id
  readonly criterionId: Id
}

function ChosenForm({ answer, from, criterionId }: ChosenFormProps) {
  const { t } = useLingui()
  const find = cellFinder(answer)
  const learnerIds = answer.learners.filter(({ id }) => find(id, criterionId).state === 'not_yet').map(({ id }) => id)
  const criterion = criterionOf(answer, criterionId)?.shortName ?? answer.group.subject
  const goal = answer.goals.find(({ criteria }) => criteria.some(({ id }) => id === criterionId))
  // A goal of one learner alone is theirs in every group.
  return <Form chosen={{ from, learnerIds, name: t`${criterion}: teach again` }} goal={goal?.learnerId === null ? goal : undefined} />
}

interface FormProps {
  readonly chosen: ChosenLearners | undefined
  /** What is taught again: it goes along, with its criteria. */
  readonly goal?: ClassMapAnswer['goals'][number] | undefined
}

function Form({ chosen, goal }: FormProps) {
  const [isAlong, setIsAlong] = useState(true)
  const navigate = useNavigate()
  const { personId } = useMember()
  const groups = useMyGroups()
  const colleagues = useColleagues([personId])
  return (
    <AskedView asked={groups}>
      {(mine) => {
        const from = mine.find(({ id }) => id === chosen?.from)
        // A goal is taken out of a group by those who work with it.
        const offered = from === undefined ? undefined : goal
        return (
          <NewGroupForm
            groups={mine}
            colleagues={colleagues}
            chosen={chosen}
            beginning={
              offered !== undefined && (
                <Card title={<Trans>What they work at</Trans>}>
                  <CheckboxField
                    name="goal-along"
                    label={<Trans>Take the goal along: {offered.wording}</Trans>}
                    hint={<Trans>With its success criteria. What was seen stays with the goal of {from?.name}.</Trans>}
                    isChecked={isAlong}
                    onChange={setIsAlong}
                  />
                </Card>
              )
            }
            beginsWith={offered !== undefined && isAlong ? (groupId, made) => [copyGoal(offered, { groupId }, newId, [made])] : undefined}
            onKept={(groupId) => void navigate({ to: paths.group(groupId) as string })}
          />
        )
      }}
    </AskedView>
  )
}
