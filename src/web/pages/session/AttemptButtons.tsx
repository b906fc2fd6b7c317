// Ways to a second attempt from a piece of feedback: a photo of the work, words, a drawing; and a photo of the first where there is none.
import { Trans, useLingui } from '@lingui/react/macro'
import { Camera, Pencil, PenLine } from 'lucide-react'
import type { ShownFollowed, ShownPlace } from '../../../school/improvements/client.ts'
import { firstAttemptOf } from '../../../school/improvements/rules.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './AttemptButtons.module.css'

/** By what an attempt is shown; `first` is a photo of the one before. */
export type AttemptBy = 'photo' | 'words' | 'drawing' | 'first'

interface AttemptButtonsProps {
  readonly one: ShownFollowed
  readonly shown: ShownPlace
  readonly onBegin: (one: ShownFollowed, by: AttemptBy) => void
}

export function AttemptButtons({ one, shown, onBegin }: AttemptButtonsProps) {
  const { t } = useLingui()
  const learner = shown.learners.find(({ id }) => id === one.learnerId)
  if (learner === undefined || one.sending === 'held') return null
  const { name, isPhotoAllowed } = learner
  const hasFirst = firstAttemptOf(shown.observations, one)?.photoId != null
  const act = (by: AttemptBy) => () => onBegin(one, by)
  return (
    <fieldset className={styles.ways} aria-label={t`${name}’s second attempt`}>
      <span className={styles.label} aria-hidden="true">
        <Trans>Second attempt:</Trans>
      </span>
      {isPhotoAllowed && (
        <Button size="small" icon={Camera} onPress={act('photo')}>
          <Trans>Photo</Trans>
        </Button>
      )}
      <Button size="small" icon={PenLine} aria-haspopup="dialog" onPress={act('words')}>
        <Trans>Words</Trans>
      </Button>
      <Button size="small" icon={Pencil} aria-haspopup="dialog" onPress={act('drawing')}>
        <Trans>Drawing</Trans>
      </Button>
      {isPhotoAllowed && !hasFirst && !one.isImproved && (
        <Button size="small" kind="quiet" onPress={act('first')}>
          <Trans>Photo of the first attempt</Trans>
        </Button>
      )}
    </fieldset>
  )
}
