// How one learner says a goal, and the way to say it or say it anew.
import { Trans, useLingui } from '@lingui/react/macro'
import { MessageCircle } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import type { OwnWording } from './contract.ts'
import { OwnWordingForm } from './OwnWordingForm.tsx'
import { OwnWordingView } from './OwnWordingView.tsx'
import styles from './OwnWords.module.css'

interface OwnWordsProps {
  readonly learner: { readonly name: string }
  readonly goal: { readonly wording: string }
  readonly said: OwnWording | undefined
  /** Undefined for those who only read. */
  readonly onSay: ((said: OwnWording) => void) | undefined
}

export function OwnWords({ learner, goal, said, onSay }: OwnWordsProps) {
  const { t } = useLingui()
  const [isSaying, setIsSaying] = useState(false)
  const { name } = learner
  return (
    <div className={styles.own}>
      {said !== undefined && <OwnWordingView said={said} learnerName={name} />}
      {said === undefined && onSay === undefined && (
        <p className={styles.none}>
          <Trans>No own words yet</Trans>
        </p>
      )}
      {onSay !== undefined && (
        <Button
          size="small"
          icon={MessageCircle}
          aria-label={said === undefined ? t`${name}’s own words` : t`Change ${name}’s own words`}
          onPress={() => setIsSaying(true)}
        >
          {said === undefined ? <Trans>Own words</Trans> : <Trans>Change</Trans>}
        </Button>
      )}
      {isSaying && onSay !== undefined && (
        <OwnWordingForm
          learnerName={name}
          goalWording={goal.wording}
          said={said}
          onKeep={(next) => {
            setIsSaying(false)
            onSay(next)
          }}
          onClose={() => setIsSaying(false)}
        />
      )}
    </div>
  )
}
