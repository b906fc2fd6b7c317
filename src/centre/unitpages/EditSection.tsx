// Editing one section in place: its entries, one beneath the other; and back to our own words.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import type { StandardPack } from '../standards/contract.ts'
import { pageReasons, useBackToOurs, useEditPage } from './client.ts'
import type { PageEntry, ShownSection } from './contract.ts'
import styles from './EditSection.module.css'
import { EntryFields } from './EntryFields.tsx'

interface EditSectionProps {
  readonly shown: ShownSection
  readonly pack: StandardPack
  readonly name: string
  readonly onClose: () => void
}

interface Draft extends PageEntry {
  readonly key: string
}

const blank = (): Draft => ({ key: newId(), about: '', title: '', text: '', link: '', kind: null })

export function EditSection({ shown: { section, entries, edited }, pack, name, onClose }: EditSectionProps) {
  const { t } = useLingui()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    entries.length === 0 ? [blank()] : entries.map((entry) => ({ ...entry, key: newId() })),
  )
  const saving = useSaving(pack.code, section, onClose)
  const change = (key: string, part: Partial<PageEntry>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)))
  const isSingle = section === 'about' || section === 'example'
  return (
    <Dialog isOpen size="large" isDismissable={false} title={name} onClose={onClose}>
      <Stack gap="form">
        <ErrorSummary problems={saving.problems} attempt={saving.attempt} />
        <p className={styles.soft}>
          <Trans>What you write here everybody of your centre reads on this unit’s page. An empty line begins a new paragraph.</Trans>
        </p>
        {drafts.map((draft, at) => (
          <fieldset key={draft.key} className={styles.entry}>
            <legend className={styles.legend}>{isSingle ? name : t`${name}, ${at + 1}`}</legend>
            <EntryFields section={section} pack={pack} id={draft.key} entry={draft} onChange={(part) => change(draft.key, part)} />
            {!isSingle && (
              <Button size="small" kind="quiet" onPress={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}>
                <Trans>Take this entry away</Trans>
              </Button>
            )}
          </fieldset>
        ))}
        {!isSingle && (
          <div>
            <Button icon={Plus} onPress={() => setDrafts([...drafts, blank()])}>
              <Trans>Another entry</Trans>
            </Button>
          </div>
        )}
        <div className={styles.acts}>
          <Button kind="primary" isPending={saving.isSaving} onPress={() => void saving.save(drafts)}>
            <Trans>Save for the centre</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {edited !== null && (
            <Button kind="quiet" onPress={() => void saving.back()}>
              <Trans>Go back to Evident’s own words</Trans>
            </Button>
          )}
        </div>
      </Stack>
    </Dialog>
  )
}

function useSaving(packCode: string, section: ShownSection['section'], onDone: () => void) {
  const [id] = useState(newId)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [isSaving, setSaving] = useState(false)
  const edit = useEditPage()
  const backToOurs = useBackToOurs()
  const words = useRefusalWords(pageReasons)
  async function done(reply: Awaited<ReturnType<typeof edit>>): Promise<void> {
    setSaving(false)
    if (!('refusal' in reply)) return onDone()
    setProblems([{ message: words(reply.refusal) }])
    setAttempt(attempt + 1)
  }
  return {
    problems,
    attempt,
    isSaving,
    save: async (drafts: readonly Draft[]) => {
      setSaving(true)
      const entries = drafts.map(({ about, title, text, link, kind }) => ({
        about,
        title: title.trim(),
        text: text.trim(),
        link: link.trim(),
        kind,
      }))
      await done(await edit({ id, packCode, section, entries }))
    },
    back: async () => done(await backToOurs({ id: newId(), packCode, section })),
  }
}
