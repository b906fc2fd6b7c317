// What a session's records show of assessment for learning, for its practitioner alone: yes, with the place that shows it, or not yet, with the place where it is done.
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Circle } from 'lucide-react'
import type { Id } from '../../core/ids.ts'
import { useOutbox } from '../../web/device.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { TextLink } from '../../web/ui/Button.tsx'
import { useCheck } from './client.ts'
import type { CheckLine } from './contract.ts'
import { checkLines } from './rules.ts'
import styles from './SessionCheck.module.css'

function useLineWords(): Readonly<Record<CheckLine, string>> {
  const { t } = useLingui()
  return {
    goal_shared: t`The goal was talked about`,
    own_words: t`The goal stands in learners’ own words`,
    evidence: t`You looked for evidence`,
    feedback: t`Feedback came with a next step`,
    improvement: t`There was a chance to improve`,
    self_judged: t`Learners judged their own work`,
    plan_adjusted: t`The plan changed because of it`,
  }
}

interface SessionCheckProps {
  readonly groupId: Id
  readonly sessionId: Id
  readonly placeHref: (place: string) => string
}

export function SessionCheck({ groupId, sessionId, placeHref }: SessionCheckProps) {
  const asked = useCheck(groupId, sessionId)
  const words = useLineWords()
  const { waiting } = useOutbox()
  // That an answer is kept and not fresh, the page says once.
  if (asked.state !== 'answered') return <AskedView asked={asked}>{() => null}</AskedView>
  return (
    <>
      {waiting > 0 && (
        <p className={styles.soft}>
          <Trans>What waits on this device to be sent is not in it yet.</Trans>
        </p>
      )}
      <ul className={styles.lines}>
        {checkLines(asked.answer).map(({ line, isShown, place }) => (
          <li key={line} className={styles.line}>
            {isShown ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
            <span>
              {words[line]}: <TextLink href={placeHref(place)}>{isShown ? <Trans>yes</Trans> : <Trans>not yet</Trans>}</TextLink>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
