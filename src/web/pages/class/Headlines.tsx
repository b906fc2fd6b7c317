// What needs the teacher today: three sentences, each with one act.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ClassMapAnswer } from '../../../school/classmap/client.ts'
import { useMyGroups } from '../../../school/groups/client.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { type Headline, HeadlineStrip } from '../../ui/HeadlineStrip.tsx'
import { paths } from '../paths.ts'
import { criterionOf, type Shown } from './shown.ts'

interface HeadlinesProps {
  readonly answer: ClassMapAnswer
  readonly onShow: (shown: Shown) => void
}

const namesShown = 3

export function Headlines({ answer, onShow }: HeadlinesProps) {
  const headlines = useHeadlines(answer, onShow)
  return <HeadlineStrip headlines={headlines} />
}

function useHeadlines(answer: ClassMapAnswer, onShow: (shown: Shown) => void): readonly Headline[] {
  const { t } = useLingui()
  const { readyToMoveOn, notSeen } = answer.headlines
  const ready = readyToMoveOn && criterionOf(answer, readyToMoveOn.criterionId)?.shortName
  const names = answer.learners.filter(({ id }) => notSeen.includes(id)).map(({ name }) => name)
  return [
    useTeachAgain(answer, onShow),
    {
      id: 'ready',
      state: 'secure',
      title: t`Ready to move on`,
      sentence:
        readyToMoveOn && ready ? (
          <Ready name={ready} count={readyToMoveOn.learnerIds.length} />
        ) : (
          <Trans>Nothing waits to be confirmed</Trans>
        ),
      action: readyToMoveOn && ready && (
        <Button kind="quiet" leadsOn onPress={() => onShow({ kind: 'confirm', criterionId: readyToMoveOn.criterionId })}>
          {answer.canMarkMet ? <Trans>Confirm as met</Trans> : <Trans>See who</Trans>}
        </Button>
      ),
    },
    {
      id: 'not-seen',
      state: 'none',
      title: t`Not seen for two weeks`,
      sentence: names.length === 0 ? <Trans>Nobody</Trans> : <NamesOf names={names} />,
      action: names.length > 0 && (
        <Button kind="quiet" leadsOn onPress={() => onShow({ kind: 'not_seen' })}>
          <Trans>See since when</Trans>
        </Button>
      ),
    },
  ]
}

/** What most have not reached; where nothing is noted yet, that is said, and where a goal that was taken along was noted before. */
function useTeachAgain(answer: ClassMapAnswer, onShow: (shown: Shown) => void): Headline {
  const { t } = useLingui()
  const former = useFormerGroup(answer)
  const { teachAgain } = answer.headlines
  const name = teachAgain && criterionOf(answer, teachAgain.criterionId)?.shortName
  const headline = { id: 'teach-again', state: 'not_yet' as const, title: t`Teach again` }
  if (teachAgain && name) {
    const { criterionId, learnerIds, of } = teachAgain
    return {
      ...headline,
      sentence: <TeachAgain name={name} count={learnerIds.length} of={of} />,
      action: (
        <Button kind="quiet" leadsOn onPress={() => onShow({ kind: 'not_yet', criterionId })}>
          <SeeThem count={learnerIds.length} />
        </Button>
      ),
    }
  }
  if (answer.cells.length > 0) return { ...headline, sentence: <Trans>Nobody is at “not yet”</Trans> }
  return {
    ...headline,
    sentence: <NothingNoted former={former?.name} />,
    action: former && (
      <ButtonLink kind="quiet" leadsOn href={paths.classPage(former.id)}>
        <Trans>Class page of {former.name}</Trans>
      </ButtonLink>
    ),
  }
}

/** The group out of which the goals were taken along, while nothing is noted here, for those who work with it too. */
function useFormerGroup({ cameFrom }: ClassMapAnswer) {
  const groups = useMyGroups()
  return groups.state === 'answered' ? groups.answer.find(({ id }) => cameFrom.includes(id)) : undefined
}

function NothingNoted({ former }: { readonly former: string | undefined }) {
  if (former === undefined) return <Trans>Nothing is noted on these goals yet</Trans>
  return <Trans>Nothing is noted here yet. What was seen before stays with {former}.</Trans>
}

function TeachAgain({ name, count, of }: { readonly name: string; readonly count: number; readonly of: number }) {
  return (
    <Trans>
      {name}: {count} of {of} not yet
    </Trans>
  )
}

function SeeThem({ count }: { readonly count: number }) {
  return count === 1 ? <Trans>See who, and their words</Trans> : <Trans>See the {count} and their words</Trans>
}

function Ready({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <Trans>
      {name}: {count} secure
    </Trans>
  )
}

function NamesOf({ names }: { readonly names: readonly string[] }) {
  const shown = names.slice(0, namesShown).join(', ')
  const more = names.length - namesShown
  return more > 0 ? (
    <Trans>
      {shown} and {more} more
    </Trans>
  ) : (
    shown
  )
}
