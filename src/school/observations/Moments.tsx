// Moments of one learner in order: the child's words first, then what was seen, the photo, help and response, when and by whom.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { helpPhrases } from '../../web/ui/help.ts'
import { type MomentEntry, MomentList } from '../../web/ui/MomentList.tsx'
import { WorkPhoto } from '../photos/WorkPhoto.tsx'
import { techniqueName } from '../techniques/client.ts'
import type { LearnerObservation, Participation, Response } from './contract.ts'
import { saysSomething } from './rules.ts'

/** An observation as pages show it. */
export interface ShownMoment extends LearnerObservation {
  /** `waiting` and `held` are on this device only. */
  readonly sending: 'sent' | 'waiting' | 'held'
}

export const responseWords = { secure: msg`Secure`, nearly: msg`Nearly`, not_yet: msg`Not yet` } as const satisfies Record<
  Response,
  unknown
>

export const participationWords = {
  watching: msg`Watching`,
  joining: msg`Joining in`,
  contributing: msg`Contributing`,
  leading: msg`Leading`,
} as const satisfies Record<Participation, unknown>

interface MomentsProps {
  readonly label: string
  readonly moments: readonly ShownMoment[]
  /** Whose they are, for the names of pictures. */
  readonly learnerName: string
  /** The short names of success criteria. */
  readonly criterionNames: ReadonlyMap<Id, string>
  /** Small buttons at the end of a moment. */
  readonly actions?: (moment: ShownMoment) => ReactNode
  /** One small button beside a moment. */
  readonly corner?: (moment: ShownMoment) => ReactNode
}

export function Moments({ label, moments, learnerName, criterionNames, actions, corner }: MomentsProps) {
  const entryOf = useMomentEntry(learnerName, criterionNames)
  return (
    <MomentList
      label={label}
      moments={moments.map((moment) => ({ ...entryOf(moment), actions: actions?.(moment), corner: corner?.(moment) }))}
    />
  )
}

/** Puts an observation into the words of a list. */
export function useMomentEntry(learnerName: string, criterionNames: ReadonlyMap<Id, string>): (moment: ShownMoment) => MomentEntry {
  const { t } = useLingui()
  const days = useDays()
  const judgedWords = useJudgedWords(criterionNames)
  return (moment) => {
    const { id, childWords, photoId, observedAt, recordedByName, sending } = moment
    const when = days.moment(observedAt)
    const technique = techniqueName(moment.technique)
    const by = moment.source === 'self_report' ? t`${learnerName}’s own view, noted by ${recordedByName}` : recordedByName
    return {
      id,
      judged: judgedWords(moment),
      said: childWords ?? undefined,
      seen: saysSomething(moment) ? seenWords(moment) : t`Tried, and it told nothing`,
      when,
      by: technique === undefined ? by : `${t(technique).toLocaleLowerCase('en-GB')}, ${by}`,
      picture: photoId !== null && <WorkPhoto id={photoId} label={t`${learnerName}’s work, ${when}`} isWaiting={sending !== 'sent'} />,
      state: sendingWords(sending),
    }
  }
}

/** "Explain: nearly, with a clue", and the misconception that showed. */
function useJudgedWords(criterionNames: ReadonlyMap<Id, string>): (moment: ShownMoment) => string {
  const { t } = useLingui()
  return ({ helpLevel, response, participation, criterionId, misconceptionId, misconceptionName }) => {
    const criterion = criterionId === null ? undefined : criterionNames.get(criterionId)
    const judged = [
      response === null ? undefined : t(responseWords[response]).toLocaleLowerCase('en-GB'),
      helpLevel === null ? undefined : t(helpPhrases[helpLevel]),
      participation === null ? undefined : t(participationWords[participation]).toLocaleLowerCase('en-GB'),
    ].filter((part) => part !== undefined)
    const misconception = misconceptionName ?? t`a misconception`
    const isSaid = (part: string | undefined): part is string => part !== undefined && part !== ''
    const onCriterion = [criterion, judged.join(', ')].filter(isSaid).join(': ')
    return [onCriterion, misconceptionId == null ? undefined : t`Showed: ${misconception}`].filter(isSaid).join(' · ')
  }
}

function seenWords({ whatSeen, myView }: ShownMoment): string | undefined {
  const words = [whatSeen, myView].filter((part) => part !== null)
  return words.length === 0 ? undefined : words.join(' – ')
}

function sendingWords(sending: ShownMoment['sending']): ReactNode {
  if (sending === 'waiting') return <Trans>Not sent yet</Trans>
  return sending === 'held' ? <Trans>Needs attention</Trans> : undefined
}
