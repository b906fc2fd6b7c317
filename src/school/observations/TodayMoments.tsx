// Moments of today with what can be done about them: taken back, or given to the child they were about.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { timeWords } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { MomentList } from '../../web/ui/MomentList.tsx'
import { part } from '../../web/ui/part.tsx'
import { techniqueName } from '../techniques/client.ts'
import { type CaptureLearner, type TodayMoment, useParticipations, useResponses } from './client.ts'
import { saysSomething } from './rules.ts'

// Beside the tiles the list belongs to the first paint; these do not.
const RightChild = part(async () => (await import('./RightChild.tsx')).RightChild)
const WorkPhoto = part(async () => (await import('../photos/WorkPhoto.tsx')).WorkPhoto)

interface TodayMomentsProps {
  /** Oldest first, as they were seen; the list shows the newest first. */
  readonly moments: readonly TodayMoment[]
  readonly learners: ReadonlyMap<Id, CaptureLearner>
  /** "1 Same amount", by criterion. */
  readonly criteria: ReadonlyMap<Id, string>
  /** What the school's misconceptions are called. */
  readonly misconceptions: ReadonlyMap<Id, string>
  /** Whom a moment may be given to. */
  readonly group: readonly CaptureLearner[]
  readonly onTakeBack: (moment: TodayMoment) => void
  readonly onMove: (moment: TodayMoment, learnerId: Id) => void
}

export function TodayMoments({ moments, learners, criteria, misconceptions, group, onTakeBack, onMove }: TodayMomentsProps) {
  const { t, i18n } = useLingui()
  const notedWords = useNotedWords(misconceptions)
  const stateWords = { waiting: t`Not sent yet`, held: t`Needs attention`, sent: undefined }
  const nameOf = ({ learnerId }: TodayMoment) => learners.get(learnerId)?.shortName ?? t`A learner`
  const shown = moments.toReversed().map((moment) => {
    const others = group.filter(({ id }) => id !== moment.learnerId)
    return {
      id: moment.id,
      who: nameOf(moment),
      said: moment.childWords ?? undefined,
      seen: [moment.whatSeen, notedWords(moment)].filter((words) => words !== null && words !== '').join(' · ') || undefined,
      when: [timeWords(i18n, moment.observedAt), moment.criterionId === null ? undefined : criteria.get(moment.criterionId)]
        .filter((part) => part !== undefined)
        .join(', '),
      help: moment.helpLevel ?? undefined,
      by: moment.byOther,
      state: stateWords[moment.sending],
      picture:
        moment.photoId === null ? undefined : (
          <WorkPhoto id={moment.photoId} label={t`The work of ${nameOf(moment)}`} isWaiting={moment.sending !== 'sent'} />
        ),
      actions:
        moment.byOther === undefined ? (
          <MomentActs
            others={others}
            hasPhoto={moment.photoId !== null}
            onTakeBack={() => onTakeBack(moment)}
            onMove={(learnerId) => onMove(moment, learnerId)}
          />
        ) : undefined,
    }
  })
  return <MomentList label={t`Noticed today`} moments={shown} />
}

/** Taking part, how near, what showed, how it was found out and a view of it, as one line. */
function useNotedWords(misconceptions: ReadonlyMap<Id, string>): (moment: TodayMoment) => string {
  const { t } = useLingui()
  const participations = new Map(useParticipations())
  const responses = new Map(useResponses())
  return (moment) => {
    const { participation, response, myView, misconceptionId, misconceptionName } = moment
    const technique = techniqueName(moment.technique)
    const parts = [
      participation === null ? undefined : participations.get(participation),
      response === null ? undefined : responses.get(response),
      misconceptionId == null ? undefined : (misconceptionName ?? misconceptions.get(misconceptionId) ?? t`a misconception`),
      technique === undefined ? undefined : t(technique),
      saysSomething(moment) ? undefined : t`told nothing`,
      myView === null ? undefined : t`My view: ${myView}`,
    ]
    return parts.filter((part) => part !== undefined).join(' · ')
  }
}

interface MomentActsProps {
  readonly others: readonly CaptureLearner[]
  readonly hasPhoto: boolean
  readonly onTakeBack: () => void
  readonly onMove: (learnerId: Id) => void
}

function MomentActs({ others, hasPhoto, onTakeBack, onMove }: MomentActsProps) {
  const [isMoving, setIsMoving] = useState(false)
  return (
    <>
      <Button kind="quiet" size="small" onPress={onTakeBack}>
        <Trans>Take back</Trans>
      </Button>
      {others.length > 0 && (
        <Button kind="quiet" size="small" aria-expanded={isMoving} onPress={() => setIsMoving(!isMoving)}>
          <Trans>Wrong child</Trans>
        </Button>
      )}
      {isMoving && <RightChild others={others} hasPhoto={hasPhoto} onChoose={onMove} />}
    </>
  )
}
