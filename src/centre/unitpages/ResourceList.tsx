// Worksheets, handouts, a practice assignment: links or texts of the centre.
import { Trans } from '@lingui/react/macro'
import type { StandardPack } from '../standards/contract.ts'
import { useKindWords } from './client.ts'
import type { ShownSection } from './contract.ts'
import { PageSectionView, Paragraphs } from './PageSectionView.tsx'
import styles from './ResourceList.module.css'

interface ResourceListProps {
  readonly pack: StandardPack
  readonly canEdit: boolean
  readonly shown: ShownSection
}

export function ResourceList({ shown, ...shared }: ResourceListProps) {
  const kinds = useKindWords()
  return (
    <PageSectionView
      {...shared}
      shown={shown}
      empty={<Trans>Add worksheets, handouts or a practice assignment: a link, or the text itself.</Trans>}
    >
      <ul className={styles.resources}>
        {shown.entries.map(({ title, text, link, kind }) => (
          <li key={title + link}>
            <span className={styles.kind}>{kinds[kind ?? 'other']}</span>
            {link === '' ? (
              <b>{title}</b>
            ) : (
              <a href={link} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            {text !== '' && <Paragraphs text={text} />}
          </li>
        ))}
      </ul>
    </PageSectionView>
  )
}
