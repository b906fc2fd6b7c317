// The learners of a group to pick from, with what was noted today on the chosen criterion; a long press shows all of a learner's day.
import { useLingui } from '@lingui/react/macro'
import { memo, type PointerEvent, useRef } from 'react'
import type { Id } from '../../core/ids.ts'
import { LearnerTile, LearnerTiles } from '../../web/ui/LearnerTile.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import styles from './CaptureTiles.module.css'
import { type CaptureLearner, marksOf, type TodayMoment } from './client.ts'
import type { HelpLevel } from './contract.ts'

interface CaptureTilesProps {
  readonly learners: readonly CaptureLearner[]
  readonly moments: readonly TodayMoment[]
  /** Of whom nothing was noted in the last two sessions. */
  readonly notSeen: readonly Id[]
  readonly criterionId: Id | null
  readonly picked: readonly Id[]
  readonly onPick: (learnerId: Id, isPicked: boolean) => void
  /** Shows a learner's moments of today. */
  readonly onLook: (learnerId: Id) => void
}

export const CaptureTiles = memo(function CaptureTiles(props: CaptureTilesProps) {
  const { learners, moments, notSeen, criterionId, picked, onPick, onLook } = props
  const { t } = useLingui()
  return (
    <LearnerTiles label={t`Learners`}>
      {learners.map((learner) => {
        const isNoted = moments.some((moment) => moment.learnerId === learner.id && moment.criterionId === criterionId)
        return (
          <CaptureTile
            key={learner.id}
            learner={learner}
            marks={marksOf(moments, learner.id, criterionId).slice(-marksShown).join()}
            isNoted={isNoted}
            isQuiet={notSeen.includes(learner.id) && !moments.some(({ learnerId }) => learnerId === learner.id)}
            isPicked={picked.includes(learner.id)}
            onPick={onPick}
            onLook={onLook}
          />
        )
      })}
    </LearnerTiles>
  )
})

/** The way from one level to the next is what one looks for. */
const marksShown = 2
const longPress = 550

interface CaptureTileProps extends Pick<CaptureTilesProps, 'onPick' | 'onLook'> {
  readonly learner: CaptureLearner
  /** Levels with commas between: a tile is painted anew only when they change. */
  readonly marks: string
  readonly isNoted: boolean
  /** Not seen lately, and not today either. */
  readonly isQuiet: boolean
  readonly isPicked: boolean
}

const CaptureTile = memo(function CaptureTile({ learner, marks, isNoted, isQuiet, isPicked, onPick, onLook }: CaptureTileProps) {
  const { t } = useLingui()
  const press = useLongPress(() => onLook(learner.id))
  const also = () => {
    if (isNoted) return t`Noted, no level of help`
    return isQuiet ? t`Not seen lately` : undefined
  }
  return (
    <div className={styles.tile} data-learner={learner.id} {...press.handlers}>
      <LearnerTile
        name={learner.shortName}
        symbol={symbolNamed(learner.symbol)}
        helps={learner.whatHelps ?? undefined}
        today={marks === '' ? [] : (marks.split(',') as HelpLevel[])}
        also={also()}
        isPicked={isPicked}
        onPick={(is) => !press.wasLong() && onPick(learner.id, is)}
      />
    </div>
  )
})

/** A press that lasts does something else than a tap; the tap that ends it is then no tap. */
function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isLong = useRef(false)
  const start = useRef({ x: 0, y: 0 })
  const end = () => clearTimeout(timer.current)
  return {
    wasLong: () => isLong.current,
    handlers: {
      onPointerDownCapture: ({ clientX, clientY, button }: PointerEvent) => {
        end()
        isLong.current = false
        start.current = { x: clientX, y: clientY }
        if (button !== 0) return
        timer.current = setTimeout(() => {
          isLong.current = true
          act()
        }, longPress)
      },
      onPointerMoveCapture: ({ clientX, clientY }: PointerEvent) => {
        if (Math.hypot(clientX - start.current.x, clientY - start.current.y) > 10) end()
      },
      onPointerUpCapture: end,
      onPointerCancelCapture: end,
      onKeyDownCapture: () => {
        isLong.current = false
      },
      onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
    },
  }
}
