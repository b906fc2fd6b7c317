// The whole catalogue to read: how each technique goes, what the record holds, and its caution.
import { useLingui } from '@lingui/react/macro'
import styles from './CatalogueList.module.css'
import { placeWords, techniqueWords } from './client.ts'
import { catalogue } from './rules.ts'
import { TechniqueCard } from './TechniqueCard.tsx'

export function CatalogueList() {
  const { t } = useLingui()
  return catalogue.map(([place, some]) => (
    <section key={place}>
      <h3>{t(placeWords[place])}</h3>
      {some.map((technique) => (
        <details key={technique} className={styles.technique}>
          <summary>{t(techniqueWords[technique].name)}</summary>
          <TechniqueCard technique={technique} />
        </details>
      ))}
    </section>
  ))
}
