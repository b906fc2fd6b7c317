// What can be done about a moment of today: taken back, or given to the right child.
import { useLingui } from '@lingui/react/macro'
import { type Id, newId } from '../../../core/ids.ts'
import type { CaptureLearner, TodayMoment } from '../../../school/observations/client.ts'
import { device } from '../../device.ts'
import { undosOf } from './keeping.ts'
import { movedTo } from './moving.ts'
import { atRest, type Picks } from './screen-state.ts'
import { type Acts, useNameList } from './useActs.ts'

interface TodayActs {
  readonly takeBack: (moment: TodayMoment) => void
  /** Gives a moment to the right child. @param keepsGoal whether it was about a goal of the whole group */
  readonly move: (moment: TodayMoment, learnerId: Id, keepsGoal: boolean) => void
}

export function useTodayActs({ run, state }: Pick<Acts, 'run' | 'state'>, learners: ReadonlyMap<Id, CaptureLearner>): TodayActs {
  const { t } = useLingui()
  const nameList = useNameList(learners)
  const none: Picks = { picked: [], draft: { ...atRest.draft, way: state.draft.way } }

  function takeBack(moment: TodayMoment): void {
    const id = newId()
    void run(none, t`Taken back: ${nameList([moment.learnerId])}`, async () => {
      await device().outbox.undoAll(undosOf([moment], newId))
      return async () => void (await device().outbox.addAll([movedTo(moment.learnerId, moment, true, id)]))
    })
  }

  function move(moment: TodayMoment, learnerId: Id, keepsGoal: boolean): void {
    const id = newId()
    void run(none, t`Kept: ${nameList([learnerId])}, not ${nameList([moment.learnerId])}`, async () => {
      const { outbox } = device()
      // Should the device stop between the two, both are there to be seen: nothing is lost.
      await outbox.addAll([movedTo(learnerId, moment, keepsGoal, id)])
      await outbox.undoAll(undosOf([moment], newId))
      return async () => {
        await outbox.addAll([movedTo(moment.learnerId, moment, true, newId())])
        await outbox.undoAll(undosOf([{ id, learnerId }], newId))
      }
    })
  }

  return { takeBack, move }
}
