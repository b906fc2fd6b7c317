// Naming a source where the cursor stands: one of the list, or one that is noted down now.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { blankSource, inListOrder, referenceText, type Source, sourceKinds } from '../../core/sources.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Menu } from '../../web/ui/Menu.tsx'
import styles from './CiteDialog.module.css'
import { useSourceWords } from './client.ts'
import type { AssignmentContent } from './contract.ts'
import { SourceDialog } from './SourceDialog.tsx'

interface CiteDialogProps {
  readonly content: AssignmentContent
  readonly change: (change: (before: AssignmentContent) => AssignmentContent) => void
  readonly onCite: (citation: { sourceId: string; at: string }) => void
  readonly onClose: () => void
}

export function CiteDialog({ content, change, onCite, onClose }: CiteDialogProps) {
  const { t } = useLingui()
  const words = useSourceWords()
  const [at, setAt] = useState('')
  const [noting, setNoting] = useState<Source>()
  const cite = (sourceId: string) => {
    onClose()
    // The dialog gives the focus back first; then the text takes it, and the citation stands where the cursor was.
    setTimeout(() => onCite({ sourceId, at: at.trim() }))
  }
  if (noting !== undefined)
    return <SourceDialog source={noting} change={change} onClose={(kept) => (kept === undefined ? setNoting(undefined) : cite(kept.id))} />
  return (
    <Dialog isOpen title={<Trans>Name a source</Trans>} onClose={onClose}>
      <Stack gap="form">
        <Field
          name="cite-at"
          label={<Trans>Where in it</Trans>}
          hint={<Trans>A page or a part: p. 12</Trans>}
          isOptional
          width="short"
          maxLength={40}
          autoComplete="off"
          value={at}
          onChange={setAt}
        />
        <ul className={styles.list}>
          {inListOrder(content.sources).map((source) => (
            <li key={source.id}>
              <Button isWide onPress={() => cite(source.id)}>
                {referenceText(source)}
              </Button>
            </li>
          ))}
        </ul>
        <Menu
          label={t`A source that is not in the list`}
          icon={Plus}
          acts={sourceKinds.map((kind) => ({ id: kind, label: words.kinds[kind], onAction: () => setNoting(blankSource(kind, newId())) }))}
        />
      </Stack>
    </Dialog>
  )
}
