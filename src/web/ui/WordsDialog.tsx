// How words look: letters, light or dark, contrast; each choice works at once.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Appearance, chooseAppearance, readAppearance } from '../settings.ts'
import { ChipGroup } from './ChipGroup.tsx'
import { Dialog } from './Dialog.tsx'
import styles from './WordsDialog.module.css'

export function WordsDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog title={t`How words look`} isOpen={isOpen} onClose={onClose}>
      <AppearanceChoices />
    </Dialog>
  )
}

type Chosen<Name extends keyof Appearance> = NonNullable<Appearance[Name]> | 'system'

function AppearanceChoices() {
  const { t } = useLingui()
  const [appearance, setAppearance] = useState(readAppearance)
  const choose = <Name extends keyof Appearance>(name: Name, value: Chosen<Name> | undefined) => {
    const { [name]: _, ...others } = appearance
    const next: Appearance = value === undefined || value === 'system' ? others : { ...others, [name]: value }
    setAppearance(next)
    chooseAppearance(next)
  }
  return (
    <div className={styles.choices}>
      <ChipGroup<Chosen<'font'>>
        label={t`Letters`}
        hint={t`“Spaced” gives letters and words more room; it helps many people to read.`}
        isNeeded
        value={appearance.font ?? 'system'}
        onChange={(value) => choose('font', value)}
        chips={[
          { id: 'system', label: t`Standard` },
          { id: 'spaced', label: t`Spaced` },
          { id: 'dyslexic', label: t`OpenDyslexic` },
        ]}
      />
      <ChipGroup<Chosen<'theme'>>
        label={t`Light or dark`}
        isNeeded
        value={appearance.theme ?? 'system'}
        onChange={(value) => choose('theme', value)}
        chips={[
          { id: 'system', label: t`As the device` },
          { id: 'light', label: t`Light` },
          { id: 'dark', label: t`Dark` },
        ]}
      />
      <ChipGroup<Chosen<'contrast'>>
        label={t`Contrast`}
        isNeeded
        value={appearance.contrast ?? 'system'}
        onChange={(value) => choose('contrast', value)}
        chips={[
          { id: 'system', label: t`As the device` },
          { id: 'standard', label: t`Standard` },
          { id: 'more', label: t`More` },
        ]}
      />
    </div>
  )
}
