// A handover to read in thirty seconds: who is urgent, three headings, what is suggested, whom to look at. The same on screen and on A6.
import { Trans, useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { dayOf } from '../../core/time.ts'
import { wallTimeOf } from '../../core/wall-clock.ts'
import { useDays } from '../../web/days.ts'
import { DraftHeading } from '../drafts/contract.ts'
import type { Handover, HandoverLine } from './contract.ts'
import styles from './HandoverSheet.module.css'
import { headingWords } from './HandoverWords.tsx'

type Sheet = Pick<Handover, 'groupName' | 'sentBy' | 'sentAt' | 'isUrgent' | 'suggestion' | 'lines'>

export function HandoverSheet({ handover }: { readonly handover: Sheet }) {
  const { t } = useLingui()
  const days = useDays()
  const { lines, suggestion, isUrgent, sentBy, sentAt, groupName } = handover
  const under = (heading: HandoverLine['heading']) => lines.filter((line) => line.heading === heading)
  const forWhom = under('suggestion').map(({ wording }) => wording)
  const look = under('look').map(({ wording }) => wording)
  return (
    <article className={styles.sheet} aria-label={t`Handover of ${groupName}`}>
      <p className={styles.from}>
        {groupName}, {sentBy.name}, {days.day(dayOf(sentAt))}, {wallTimeOf(sentAt)}
      </p>
      {isUrgent && (
        <p className={styles.urgent}>
          <TriangleAlert aria-hidden="true" />
          <Trans>Urgent: read before the next lesson</Trans>
        </p>
      )}
      {DraftHeading.options.map((heading) => (
        <Lines key={heading} title={t(headingWords[heading])} lines={under(heading)} />
      ))}
      {(suggestion !== null || forWhom.length > 0) && (
        <section>
          <h3>
            <Trans>Suggestion</Trans>
          </h3>
          <p>
            {suggestion}
            {forWhom.length > 0 && (
              <>
                {suggestion !== null && ': '}
                {forWhom.join(', ')}
              </>
            )}
          </p>
        </section>
      )}
      {look.length > 0 && (
        <section>
          <h3>
            <Trans>Please look at</Trans>
          </h3>
          <p>{look.join(', ')}</p>
        </section>
      )}
    </article>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly HandoverLine[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ id, wording }) => (
          <li key={id}>{wording}</li>
        ))}
      </ul>
    </section>
  )
}
