// A learner's profile on one card: read in ninety seconds, each part edited in its place, what stood there before one tap away.
import { Trans, useLingui } from '@lingui/react/macro'
import { History, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { ShownEntry, ShownProfile } from './client.ts'
import styles from './ProfileCard.module.css'
import { ProfileText, useWritten } from './ProfileText.tsx'
import { mostStarts, singleSections } from './rules.ts'
import { SectionForm } from './SectionForm.tsx'
import { useSectionWords } from './SectionWords.tsx'

interface ProfileCardProps {
  readonly learner: { readonly id: string; readonly name: string }
  readonly profile: ShownProfile
}

export function ProfileCard({ learner, profile }: ProfileCardProps) {
  const [isHistory, setIsHistory] = useState(false)
  return (
    <Card
      title={<Trans>Profile</Trans>}
      actions={
        profile.before.length > 0 && (
          <Button kind="quiet" size="small" icon={History} aria-expanded={isHistory} onPress={() => setIsHistory(!isHistory)}>
            <Trans>Earlier</Trans>
          </Button>
        )
      }
    >
      <dl className={styles.sections}>
        {singleSections.map((section) => (
          <Section key={section} learnerId={learner.id} section={section} entries={profile.holds} />
        ))}
        <Starts learnerId={learner.id} entries={profile.holds} />
      </dl>
      {isHistory && <Before entries={profile.before} />}
    </Card>
  )
}

interface SectionProps {
  readonly learnerId: string
  readonly section: (typeof singleSections)[number]
  readonly entries: readonly ShownEntry[]
}

function Section({ learnerId, section, entries }: SectionProps) {
  const { t } = useLingui()
  const { label } = useSectionWords()[section]
  const [isEditing, setIsEditing] = useState(false)
  const holds = entries.find((entry) => entry.section === section)
  return (
    <div className={styles.section}>
      <dt>{label}</dt>
      <dd>
        {isEditing ? (
          <SectionForm learnerId={learnerId} section={section} holds={holds} onDone={() => setIsEditing(false)} />
        ) : (
          <div className={styles.line}>
            {holds === undefined ? (
              <p className={styles.none}>
                <Trans>Not said yet</Trans>
              </p>
            ) : (
              <ProfileText entry={holds} />
            )}
            <IconButton icon={Pencil} label={t`Edit: ${label}`} onPress={() => setIsEditing(true)} />
          </div>
        )}
      </dd>
    </div>
  )
}

/** Starting points, the last seen first; more than one reads at once are in the history of each. */
function Starts({ learnerId, entries }: { readonly learnerId: string; readonly entries: readonly ShownEntry[] }) {
  const { t } = useLingui()
  const { label } = useSectionWords().start
  const [editing, setEditing] = useState<string>()
  const starts = entries.filter(({ section }) => section === 'start').slice(0, mostStarts)
  const done = () => setEditing(undefined)
  return (
    <div className={styles.section}>
      <dt>{label}</dt>
      <dd className={styles.starts}>
        {starts.map((entry) =>
          editing === entry.id ? (
            <SectionForm key={entry.id} learnerId={learnerId} section="start" holds={entry} onDone={done} />
          ) : (
            <div key={entry.id} className={styles.line}>
              <ProfileText entry={entry} />
              <IconButton icon={Pencil} label={t`Edit: ${label}, ${entry.about}`} onPress={() => setEditing(entry.id)} />
            </div>
          ),
        )}
        {editing === 'new' ? (
          <SectionForm learnerId={learnerId} section="start" holds={undefined} onDone={done} />
        ) : (
          <Button kind="quiet" size="small" icon={Plus} onPress={() => setEditing('new')}>
            <Trans>A starting point</Trans>
          </Button>
        )}
      </dd>
    </div>
  )
}

function Before({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const { t } = useLingui()
  const days = useDays()
  const words = useSectionWords()
  const written = useWritten()
  return (
    <div className={styles.before}>
      <h3>
        <Trans>What stood there before</Trans>
      </h3>
      <ul aria-label={t`What stood there before`}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <b>{entry.section === 'start' ? entry.about : words[entry.section].label}</b>: {entry.text}
            <span className={styles.soft}>
              {' '}
              {written(entry)}
              {entry.seenOn !== null && `, ${days.day(entry.seenOn)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
