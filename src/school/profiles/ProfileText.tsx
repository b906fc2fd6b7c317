// What stands in one section of a profile: a child's own words beside the margin line, and when and by whom they were written.
import { Trans, useLingui } from '@lingui/react/macro'
import { dayOf } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { classes } from '../../web/ui/classes.ts'
import type { ShownEntry } from './client.ts'
import styles from './ProfileText.module.css'
import { useVoiceWords } from './SectionWords.tsx'

export function ProfileText({ entry, isBrief = false }: { readonly entry: ShownEntry; readonly isBrief?: boolean }) {
  const { about, text, voice, seenOn, isWaiting } = entry
  const days = useDays()
  const written = useWritten()
  return (
    <div className={classes(styles.text, voice === 'child' && styles.own)}>
      <p>
        {about !== '' && (
          <>
            <b>{about}</b>
            {seenOn !== null && <span className={styles.soft}> {days.day(seenOn)}</span>}
            {': '}
          </>
        )}
        {voice === 'child' ? `“${text}”` : text}
      </p>
      {!isBrief && (
        <p className={styles.soft}>
          {written(entry)}
          {isWaiting && (
            <>
              {' '}
              <Trans>Not sent yet</Trans>
            </>
          )}
        </p>
      )}
    </div>
  )
}

/** "Own words, Dawn Okafor, Tue 24 Nov" */
export function useWritten(): (entry: ShownEntry) => string {
  const { t } = useLingui()
  const days = useDays()
  const voices = useVoiceWords()
  return ({ voice, writtenAt, writtenByName }) => {
    if (writtenAt === null || writtenByName === null) return t`from before there were profiles`
    return [voices[voice], writtenByName, days.day(dayOf(writtenAt))].filter((part) => part !== undefined).join(', ')
  }
}
