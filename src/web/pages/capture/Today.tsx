// What was noticed today, of one learner or of the group.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../../core/ids.ts'
import type { CaptureGroup, CaptureLearner, ShownDay } from '../../../school/observations/client.ts'
import { TodayMoments } from '../../../school/observations/TodayMoments.tsx'
import { criterionNames, type OpenGoal } from './goals.ts'
import type { Acts } from './useActs.ts'
import { useKeptMisconceptions } from './useKept.ts'
import { useTodayActs } from './useTodayActs.ts'

export interface TodayProps {
  readonly shown: ShownDay
  readonly group: CaptureGroup
  readonly learners: readonly CaptureLearner[]
  readonly goals: readonly OpenGoal[]
  readonly acts: Acts
}

export function Today({ shown, group, learners, goals, acts, of }: TodayProps & { readonly of: Id | 'all' }) {
  const { takeBack, move } = useTodayActs(acts, shown.learners)
  const moments = shown.moments.filter(({ learnerId }) => (of === 'all' ? group.learnerIds.includes(learnerId) : learnerId === of))
  // What the server knows bears its name; one's own that was noted a moment ago has it from this device.
  const isNameless = moments.some(({ misconceptionId, misconceptionName }) => misconceptionId != null && misconceptionName == null)
  const names = new Map(useKeptMisconceptions(isNameless).map(({ id, wording }) => [id, wording]))
  const ofGroup = new Set(goals.filter(({ learnerId }) => learnerId === null).map(({ id }) => id))
  if (moments.length === 0) {
    return (
      <p>
        <Trans>Nothing yet today.</Trans>
      </p>
    )
  }
  return (
    <TodayMoments
      moments={moments}
      learners={shown.learners}
      criteria={criterionNames(goals)}
      misconceptions={names}
      group={learners}
      onTakeBack={takeBack}
      onMove={(moment, learnerId) => move(moment, learnerId, moment.goalId !== null && ofGroup.has(moment.goalId))}
    />
  )
}
