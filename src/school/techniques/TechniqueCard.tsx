// One technique: how it goes, what the record holds, and its caution, which is always in sight.
import { Trans, useLingui } from '@lingui/react/macro'
import { Notice } from '../../web/ui/Notice.tsx'
import { techniqueWords } from './client.ts'
import type { Technique } from './contract.ts'
import styles from './TechniqueCard.module.css'

export function TechniqueCard({ technique }: { readonly technique: Technique }) {
  const { t } = useLingui()
  const { how, holds, caution } = techniqueWords[technique]
  return (
    <div className={styles.card}>
      <p>{t(how)}</p>
      <p className={styles.holds}>
        <Trans>Note: {t(holds)}</Trans>
      </p>
      <Notice kind="warn">{t(caution)}</Notice>
    </div>
  )
}
