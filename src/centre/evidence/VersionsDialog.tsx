// What an item said in each version, and word by word what changed from one to the next.
import { Trans, useLingui } from '@lingui/react/macro'
import { wordChanges } from '../../core/word-changes.ts'
import { useDays } from '../../web/days.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { VisuallyHidden } from '../../web/ui/VisuallyHidden.tsx'
import { useVersions } from './client.ts'
import type { EvidenceVersion } from './contract.ts'
import { changedParts } from './rules.ts'
import styles from './VersionsDialog.module.css'

interface VersionsDialogProps {
  readonly registrationId: string
  readonly evidenceId: string
  readonly reference: string
  readonly onClose: () => void
}

export function VersionsDialog({ reference, onClose, ...ids }: VersionsDialogProps) {
  const asked = useVersions(ids)
  return (
    <Dialog isOpen size="large" title={<Trans>What changed in {reference}</Trans>} onClose={onClose}>
      <AskedView asked={asked}>
        {(versions) => (
          <ol className={styles.versions}>
            {versions.map((version, place) => (
              <li key={version.version}>
                <Version version={version} before={versions[place + 1]} />
              </li>
            ))}
          </ol>
        )}
      </AskedView>
    </Dialog>
  )
}

function Version({ version, before }: { readonly version: EvidenceVersion; readonly before: EvidenceVersion | undefined }) {
  const days = useDays()
  const names = usePartNames()
  const name = version.writtenByName ?? ''
  return (
    <Stack gap="small">
      <h3>
        <Trans>Version {version.version}</Trans>
      </h3>
      <p className={styles.soft}>
        {days.moment(version.writtenAt)} {name}
      </p>
      {before === undefined ? (
        <p>
          <Trans>As it was handed in.</Trans>
        </p>
      ) : (
        <dl className={styles.parts}>
          {changedParts(before, version).map((part) => (
            <div key={part.name}>
              <dt>{names[part.name] ?? part.name}</dt>
              <dd>
                <Changed before={part.before} after={part.after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Stack>
  )
}

/** Words that went are struck through, words that came are underlined; a screen reader is told which. */
function Changed({ before, after }: { readonly before: string; readonly after: string }) {
  return wordChanges(before, after).map(({ kind, text }, place) => {
    const key = `${place} ${kind}`
    if (kind === 'same') return <span key={key}>{text}</span>
    if (kind === 'gone')
      return (
        <del key={key} className={styles.gone}>
          <VisuallyHidden>
            <Trans>taken out:</Trans>{' '}
          </VisuallyHidden>
          {text}
        </del>
      )
    return (
      <ins key={key} className={styles.come}>
        <VisuallyHidden>
          <Trans>put in:</Trans>{' '}
        </VisuallyHidden>
        {text}
      </ins>
    )
  })
}

function usePartNames(): Readonly<Record<string, string>> {
  const { t } = useLingui()
  return {
    title: t`Title`,
    occurredOn: t`Day`,
    files: t`Files`,
    note: t`Anything else`,
    place: t`Place`,
    howProduced: t`How it came about`,
    eventOn: t`The day it is about`,
    ownRole: t`My part in it`,
    what: t`What?`,
    soWhat: t`So what?`,
    nowWhat: t`Now what?`,
    summary: t`What was said, in short`,
    timeIndex: t`Time index of the recording`,
    startedAt: t`It began at`,
    exchanges: t`Questions and answers`,
    headings: t`Assignment`,
    sources: t`Sources`,
    declaration: t`Declaration`,
    entries: t`What was seen`,
    feedback: t`Feedback`,
    candidateComment: t`The candidate’s comment`,
    learners: t`Learners`,
  }
}
