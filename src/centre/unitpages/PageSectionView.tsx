// The head of a section: its name, whose words they are, and editing where one may.
import { Trans, useLingui } from '@lingui/react/macro'
import { Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { IconButton } from '../../web/ui/Button.tsx'
import type { StandardPack } from '../standards/contract.ts'
import { useSectionWords } from './client.ts'
import type { ShownSection } from './contract.ts'
import { EditSection } from './EditSection.tsx'
import styles from './PageSectionView.module.css'

interface SectionProps {
  readonly shown: ShownSection
  readonly pack: StandardPack
  readonly canEdit: boolean
  /** Said where nothing is there yet, to those who can write it. */
  readonly empty?: ReactNode
  readonly look?: 'quote' | 'words' | 'plain'
  readonly children: ReactNode
}

/** A section of the page; one without entries is there for those alone who can write it. */
export function PageSectionView({ shown, pack, canEdit, empty, look = 'plain', children }: SectionProps) {
  const { t } = useLingui()
  const days = useDays()
  const [isEditing, setEditing] = useState(false)
  const name = useSectionWords()[shown.section]
  if (shown.entries.length === 0 && !canEdit) return null
  return (
    <section className={styles[look]} aria-labelledby={`page-${shown.section}`}>
      <div className={styles.sectionHead}>
        <h2 id={`page-${shown.section}`}>{name}</h2>
        {canEdit && (
          <span className={styles.screenOnly}>
            <IconButton icon={Pencil} label={t`Edit: ${name}`} onPress={() => setEditing(true)} />
          </span>
        )}
      </div>
      {shown.entries.length === 0 ? <p className={styles.soft}>{empty}</p> : children}
      {shown.edited !== null && canEdit && (
        <p className={styles.edited}>
          <Trans>
            Written by {shown.edited.byName}, {days.moment(shown.edited.at)}
          </Trans>
        </p>
      )}
      {isEditing && <EditSection shown={shown} pack={pack} name={name} onClose={() => setEditing(false)} />}
    </section>
  )
}

/** Paragraphs of a text, divided by empty lines. */
export function Paragraphs({ text }: { readonly text: string }) {
  return text.split(/\n\s*\n/).map((words) => <p key={words}>{words}</p>)
}
