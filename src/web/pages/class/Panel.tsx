// Whatever was pressed on the class page, in its own panel.
import type { Id } from '../../../core/ids.ts'
import { type ClassMapAnswer, cellFinder, learnersOn, secureOn } from '../../../school/classmap/client.ts'
import { CellPanel } from './CellPanel.tsx'
import { ConfirmPanel } from './ConfirmPanel.tsx'
import { CriterionPanel } from './CriterionPanel.tsx'
import { NotSeenPanel } from './NotSeenPanel.tsx'
import { NotYetPanel } from './NotYetPanel.tsx'
import { criterionOf, type Shown } from './shown.ts'
import { TaughtElsewhere } from './TaughtElsewhere.tsx'

interface PanelProps {
  readonly answer: ClassMapAnswer
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
  readonly onMark: (criterionId: Id, learnerIds: readonly Id[], isMet: boolean) => void
}

export function Panel({ answer, shown, onShow, onMark }: PanelProps) {
  const { group, learners, canMarkMet } = answer
  if (shown.kind === 'not_seen') {
    return <NotSeenPanel groupId={group.id} learners={learners.filter(({ id }) => answer.headlines.notSeen.includes(id))} />
  }
  const criterion = criterionOf(answer, shown.criterionId)
  if (criterion === undefined) return null
  const find = cellFinder(answer)
  const stateOf = (learnerId: Id) => find(learnerId, criterion.id)
  const elsewhere = <TaughtElsewhere answer={answer} criterionId={criterion.id} />
  const at = { groupId: group.id, criterion, stateOf }
  if (shown.kind === 'cell') {
    const learner = learners.find(({ id }) => id === shown.learnerId)
    if (learner === undefined) return null
    const mark = (isMet: boolean) => onMark(criterion.id, [learner.id], isMet)
    const onOne = canMarkMet ? mark : undefined
    return <CellPanel key={learner.id} learner={learner} criterion={criterion} state={stateOf(learner.id)} onMark={onOne} />
  }
  if (shown.kind === 'criterion') {
    const choose = (learnerId: Id) => onShow({ kind: 'cell', learnerId, criterionId: criterion.id })
    return <CriterionPanel {...at} elsewhere={elsewhere} learners={learnersOn(answer, criterion.id)} onChoose={choose} />
  }
  if (shown.kind === 'confirm') {
    const confirm = (learnerIds: readonly Id[]) => onMark(criterion.id, learnerIds, true)
    return <ConfirmPanel {...at} learners={secureOn(answer, criterion.id)} onConfirm={canMarkMet ? confirm : undefined} />
  }
  return <NotYetPanel {...at} elsewhere={elsewhere} learners={learners.filter(({ id }) => stateOf(id).state === 'not_yet')} />
}
