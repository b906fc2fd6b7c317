// What needs the teacher today: three sentences, each with one act.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ClassMapAnswer } from '../../../school/classmap/client.ts'
import { Button } from '../../ui/Button.tsx'
import { type Headline, HeadlineStrip } from '../../ui/HeadlineStrip.tsx'
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
  const { teachAgain, readyToMoveOn, notSeen } = answer.headlines
  const again = teachAgain && criterionOf(answer, teachAgain.criterionId)?.shortName
  const ready = readyToMoveOn && criterionOf(answer, readyToMoveOn.criterionId)?.shortName
  const names = answer.learners.filter(({ id }) => notSeen.includes(id)).map(({ name }) => name)
  return [
    {
      id: 'teach-again',
      state: 'not_yet',
      title: t`Teach again`,
      sentence:
        teachAgain && again ? (
          <TeachAgain name={again} count={teachAgain.learnerIds.length} of={teachAgain.of} />
        ) : (
          <Trans>Nobody is at “not yet”</Trans>
        ),
      action: teachAgain && again && (
        <Button kind="quiet" leadsOn onPress={() => onShow({ kind: 'not_yet', criterionId: teachAgain.criterionId })}>
          <SeeThem count={teachAgain.learnerIds.length} />
        </Button>
      ),
    },
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
