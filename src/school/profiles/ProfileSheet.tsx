// Profiles of a group on one sheet: what a cover teacher or practitioner reads before the first lesson, on a screen or on paper.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { LearnerSymbol } from '../../web/ui/LearnerSymbol.tsx'
import { symbolNamed } from '../../web/ui/symbol-named.ts'
import type { GroupProfile } from './client.ts'
import styles from './ProfileSheet.module.css'
import { ProfileText } from './ProfileText.tsx'
import { mostStarts } from './rules.ts'
import { useSectionWords } from './SectionWords.tsx'

interface ProfileSheetProps {
  readonly profiles: readonly GroupProfile[]
  /** Makes a name into a link, say. */
  readonly nameOf?: (profile: GroupProfile) => ReactNode
}

export function ProfileSheet({ profiles, nameOf = ({ name }) => name }: ProfileSheetProps) {
  return (
    <div className={styles.sheet}>
      {profiles.map((profile) => (
        <section key={profile.id} className={styles.learner}>
          <div className={styles.who}>
            <LearnerSymbol name={symbolNamed(profile.symbol)} of={profile.name} />
            <h2>{nameOf(profile)}</h2>
          </div>
          <Sections profile={profile} />
        </section>
      ))}
    </div>
  )
}

function Sections({ profile }: { readonly profile: GroupProfile }) {
  const words = useSectionWords()
  const singles = profile.holds.filter(({ section }) => section !== 'start')
  const starts = profile.holds.filter(({ section }) => section === 'start').slice(0, mostStarts)
  if (profile.holds.length === 0) {
    return (
      <p className={styles.none}>
        <Trans>Nothing was said yet</Trans>
      </p>
    )
  }
  return (
    <dl>
      {singles.map((entry) => (
        <div key={entry.id}>
          <dt>{words[entry.section].label}</dt>
          <dd>
            <ProfileText entry={entry} isBrief />
          </dd>
        </div>
      ))}
      {starts.length > 0 && (
        <div>
          <dt>{words.start.label}</dt>
          {starts.map((entry) => (
            <dd key={entry.id}>
              <ProfileText entry={entry} isBrief />
            </dd>
          ))}
        </div>
      )}
    </dl>
  )
}
