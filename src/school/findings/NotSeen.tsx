// Who was not noted lately: a sentence, gently, with the way to capture.
import { Trans, useLingui } from '@lingui/react/macro'
import { isSeenSince, notSeenLately } from '../observations/rules.ts'
import type { FoundLearner, ShownFindings } from './client.ts'
import styles from './NotSeen.module.css'
import { notNotedOn } from './rules.ts'

/** The sentences, or nothing when everyone was noted. */
export function NotSeen({ findings: { learners, goals, sessionsAt } }: { readonly findings: ShownFindings }) {
  const lately = notSeenLately(learners, sessionsAt)
  const onGoals = goals.flatMap(({ id, wording }) => {
    const without = notNotedOn(id, learners).filter((one) => !lately.includes(one))
    return without.length === 0 ? [] : [{ id, wording, without }]
  })
  const named = (ids: readonly string[]) => <Names learners={learners.filter(({ id }) => ids.includes(id))} />
  if (lately.length === 0 && onGoals.length === 0) {
    const [, since] = sessionsAt
    if (since === undefined || !learners.some((learner) => isSeenSince(learner, since))) return null
    return (
      <p className={styles.soft}>
        <Trans>Nobody was left out in the last two lessons.</Trans>
      </p>
    )
  }
  return (
    <ul className={styles.list}>
      {lately.length > 0 && (
        <li>
          {named(lately)}
          {': '}
          <Trans>nothing noted in the last two lessons</Trans>
        </li>
      )}
      {onGoals.map(({ id, wording, without }) => (
        <li key={id}>
          {named(without)}
          {': '}
          <Trans>nothing noted yet on “{wording}”</Trans>
        </li>
      ))}
    </ul>
  )
}

function Names({ learners }: { readonly learners: readonly FoundLearner[] }) {
  const { i18n } = useLingui()
  return <b>{new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(learners.map(({ shortName }) => shortName))}</b>
}
