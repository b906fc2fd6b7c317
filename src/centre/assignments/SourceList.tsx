// The list of sources in one form, what each still lacks, and where the list and the text do not meet.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { blankSource, inListOrder, lackingIn, referenceText, type Source, sourceKinds } from '../../core/sources.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Menu } from '../../web/ui/Menu.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { useSourceWords } from './client.ts'
import type { AssignmentContent, AssignmentHeading } from './contract.ts'
import { sourceFaults } from './rules.ts'
import { SourceDialog } from './SourceDialog.tsx'
import styles from './SourceList.module.css'

interface SourceListProps {
  readonly content: AssignmentContent
  readonly change: (change: (before: AssignmentContent) => AssignmentContent) => void
}

export function SourceList({ content, change }: SourceListProps) {
  const { t } = useLingui()
  const words = useSourceWords()
  const [open, setOpen] = useState<Source>()
  return (
    <>
      {content.sources.length === 0 && (
        <p className={styles.soft}>
          <Trans>A book, a website, your teacher, a colleague: note each one down as you use it.</Trans>
        </p>
      )}
      <ul className={styles.list}>
        {inListOrder(content.sources).map((source) => (
          <li key={source.id} className={styles.source}>
            <span>{referenceText(source)}</span>
            {lackingIn(source).length > 0 && (
              <span className={styles.warn}>
                <Trans>Missing: {words.parts(lackingIn(source))}</Trans>
              </span>
            )}
            <Button kind="quiet" size="small" aria-label={t`Change ${referenceText(source)}`} onPress={() => setOpen(source)}>
              <Trans>Change</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <Menu
        label={t`Add a source`}
        icon={Plus}
        acts={sourceKinds.map((kind) => ({ id: kind, label: words.kinds[kind], onAction: () => setOpen(blankSource(kind, newId())) }))}
      />
      {open !== undefined && <SourceDialog source={open} change={change} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** What a reader would stumble on. None of it keeps one from writing on. */
export function SourceFaultsView({
  content,
  headings,
}: Pick<SourceListProps, 'content'> & { readonly headings: readonly AssignmentHeading[] }) {
  const { uncited, sourceless } = sourceFaults(content)
  if (uncited.length === 0 && sourceless.length === 0) return null
  const labels = headings.filter(({ code }) => sourceless.includes(code)).map(({ label }) => label)
  return (
    <div className={styles.faults}>
      {uncited.length > 0 && (
        <Notice kind="warn" title={<Trans>Named nowhere in the text</Trans>}>
          {uncited.map((source) => (
            <p key={source.id}>{referenceText(source)}</p>
          ))}
        </Notice>
      )}
      {sourceless.length > 0 && (
        <Notice kind="warn" title={<Trans>A citation has lost its source</Trans>}>
          <Trans>Under: {labels.join(', ')}. Name another source there, or take the citation out.</Trans>
        </Notice>
      )}
    </div>
  )
}
