// Notes of a learner that were shown to the safeguarding lead: that they wait, went or stayed. Never what they say.
import { Trans } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useShownNotes } from './client.ts'
import type { ShownNote } from './contract.ts'
import styles from './ShownNotes.module.css'

export function ShownNotes({ learnerId }: { readonly learnerId: string }) {
  const asked = useShownNotes(learnerId)
  if (asked.state !== 'answered' || asked.answer.shown.length === 0) return null
  return (
    <ul className={styles.list}>
      {asked.answer.shown.map((note) => (
        <li key={note.id}>
          <Said note={note} />
        </li>
      ))}
    </ul>
  )
}

function Said({ note }: { readonly note: ShownNote }) {
  const days = useDays()
  const { recordedByName, shownByName, answeredByName, answeredAt, state } = note
  const [noted, shown] = [days.moment(note.observedAt), days.moment(note.shownAt)]
  const answered = answeredAt === null ? '' : days.moment(answeredAt)
  if (state === 'open' && shownByName === recordedByName)
    return (
      <Trans>
        {shownByName} showed a note of their own of {noted} to the safeguarding lead: {shown}
      </Trans>
    )
  if (state === 'open')
    return (
      <Trans>
        {shownByName} showed {recordedByName}’s note of {noted} to the safeguarding lead: {shown}
      </Trans>
    )
  return state === 'removed' ? (
    <Trans>
      {recordedByName}’s note of {noted} was removed by {answeredByName}, safeguarding lead: {answered}
    </Trans>
  ) : (
    <Trans>
      {answeredByName}, safeguarding lead, read {recordedByName}’s note of {noted} and kept it: {answered}
    </Trans>
  )
}
