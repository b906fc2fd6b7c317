// The page that introduces a unit, as a logbook opens one: what one will learn, what they say, words, an example, guidance, and the criteria with hints beside them.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Notice } from '../../web/ui/Notice.tsx'
import type { OfficialWording, StandardPack } from '../standards/contract.ts'
import { OutcomeCriteria } from '../standards/OutcomeCriteria.tsx'
import { sectionOf } from './client.ts'
import type { PageEntry, ShownSection } from './contract.ts'
import { PageSectionView, Paragraphs } from './PageSectionView.tsx'
import { ResourceList } from './ResourceList.tsx'
import { hintsOf } from './rules.ts'
import styles from './UnitPageView.module.css'

interface UnitPageViewProps {
  readonly pack: StandardPack
  readonly page: readonly ShownSection[]
  readonly wording: OfficialWording | null
  readonly canEdit: boolean
  /** After the guidance: the linked units, as a step before planning. */
  readonly beforePlanning?: ReactNode
  /** At the end: reading, notes. */
  readonly children?: ReactNode
}

export function UnitPageView({ pack, page, wording, canEdit, beforePlanning, children }: UnitPageViewProps) {
  const shared = { pack, canEdit }
  return (
    <article className={styles.page}>
      <div className={styles.opening}>
        <div className={styles.main}>
          <Outcomes pack={pack} />
          <About {...shared} shown={sectionOf(page, 'about')} />
          <Example {...shared} shown={sectionOf(page, 'example')} />
        </div>
        <aside className={styles.side}>
          <Sayings {...shared} shown={sectionOf(page, 'sayings')} />
          <UsefulWords {...shared} shown={sectionOf(page, 'words')} />
        </aside>
      </div>
      <Guidance {...shared} shown={sectionOf(page, 'guidance')} />
      {beforePlanning}
      <Criteria {...shared} wording={wording} shown={sectionOf(page, 'hints')} />
      <ResourceList {...shared} shown={sectionOf(page, 'resources')} />
      {children}
    </article>
  )
}

interface SectionProps {
  readonly pack: StandardPack
  readonly canEdit: boolean
  readonly shown: ShownSection
}

function Outcomes({ pack }: { readonly pack: StandardPack }) {
  if (pack.outcomes.length === 0)
    return (
      <Notice kind="warn" title={<Trans>The criteria of this unit are not known to Evident</Trans>}>
        <Trans>Only its head is here. Your centre administrator finds it under Standards.</Trans>
      </Notice>
    )
  return (
    <section className={styles.outcomes} aria-labelledby="page-outcomes">
      <h2 id="page-outcomes">
        <Trans>In this unit you will</Trans>
      </h2>
      <ol>
        {pack.outcomes.map(({ number, label }) => (
          <li key={number}>
            <span className={styles.number}>
              {pack.unitNumber}.{number}
            </span>
            {label}
          </li>
        ))}
      </ol>
    </section>
  )
}

function About({ shown, ...shared }: SectionProps) {
  return (
    <PageSectionView {...shared} shown={shown} empty={<Trans>Say in a few sentences what the unit is about.</Trans>}>
      <div className={styles.lead}>
        <Texts entries={shown.entries} />
      </div>
    </PageSectionView>
  )
}

function Example({ shown, ...shared }: SectionProps) {
  return (
    <PageSectionView {...shared} shown={shown} empty={<Trans>Describe one situation at work in which all of the unit can show.</Trans>}>
      <Texts entries={shown.entries} />
    </PageSectionView>
  )
}

function Texts({ entries }: { readonly entries: readonly PageEntry[] }) {
  return entries.map(({ text }) => <Paragraphs key={text} text={text} />)
}

function Sayings({ shown, ...shared }: SectionProps) {
  return (
    <PageSectionView {...shared} shown={shown} look="quote" empty={<Trans>Choose a quotation, and say where it is from.</Trans>}>
      {shown.entries.map(({ text, title }) => (
        <figure key={text} className={styles.saying}>
          <blockquote>
            <Paragraphs text={text} />
          </blockquote>
          <figcaption>{title}</figcaption>
        </figure>
      ))}
    </PageSectionView>
  )
}

function UsefulWords({ shown, ...shared }: SectionProps) {
  return (
    <PageSectionView {...shared} shown={shown} look="words" empty={<Trans>Which words does one need for this unit?</Trans>}>
      <dl className={styles.list}>
        {shown.entries.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </PageSectionView>
  )
}

function Guidance({ shown, ...shared }: SectionProps) {
  return (
    <PageSectionView {...shared} shown={shown} empty={<Trans>How is evidence for this unit found and planned?</Trans>}>
      <div className={styles.guidance}>
        {shown.entries.map(({ title, text }) => (
          <div key={title + text}>
            <h3>{title}</h3>
            <Paragraphs text={text} />
          </div>
        ))}
      </div>
    </PageSectionView>
  )
}

function Criteria({ shown, pack, canEdit, wording }: SectionProps & { readonly wording: OfficialWording | null }) {
  if (pack.outcomes.length === 0) return null
  return (
    <>
      {pack.outcomes.map(({ number }) => (
        <div key={number} className={styles.outcome}>
          <OutcomeCriteria pack={pack} number={number} wording={wording} />
          <div className={styles.hints}>
            {hintsOf(shown.entries, number).map(({ about, title, text }) => (
              <aside key={about + title} className={styles.hint}>
                <h4>
                  {about.includes('.') && <span className={styles.number}>{about}</span>} {title}
                </h4>
                <Paragraphs text={text} />
              </aside>
            ))}
          </div>
        </div>
      ))}
      {canEdit && (
        <div className={styles.screenOnly}>
          <PageSectionView pack={pack} canEdit shown={shown} empty={<Trans>Write a hint beside an outcome or a criterion.</Trans>}>
            <p className={styles.soft}>
              <Trans>They stand beside the criteria above.</Trans>
            </p>
          </PageSectionView>
        </div>
      )}
    </>
  )
}
