// The fields of one entry, as its section needs them.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Field, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import type { StandardPack } from '../standards/contract.ts'
import { useKindWords } from './client.ts'
import { type PageEntry, type PageSection, ResourceKind } from './contract.ts'
import { placesOf } from './rules.ts'

interface EntryFieldsProps {
  readonly section: PageSection
  readonly pack: StandardPack
  /** Unique on the page. */
  readonly id: string
  readonly entry: PageEntry
  readonly onChange: (part: Partial<PageEntry>) => void
}

export function EntryFields({ section, pack, id, entry, onChange }: EntryFieldsProps) {
  const { t } = useLingui()
  const names = useFieldWords()[section]
  const kinds = useKindWords()
  return (
    <>
      {section === 'hints' && (
        <SelectField
          name={`about-${id}`}
          label={<Trans>Beside</Trans>}
          placeholder={t`Choose`}
          options={placesOf(pack).map((code) => ({ id: code, label: code.includes('.') ? code : t`Outcome ${code}` }))}
          value={entry.about}
          onChange={(about) => onChange({ about })}
          width="short"
        />
      )}
      {section === 'resources' && (
        <SelectField
          name={`kind-${id}`}
          label={<Trans>Kind</Trans>}
          options={ResourceKind.options.map((kind) => ({ id: kind, label: kinds[kind] }))}
          value={entry.kind ?? 'other'}
          onChange={(kind) => onChange({ kind: kind as ResourceKind })}
          width="short"
        />
      )}
      {names.title !== undefined && (
        <Field
          name={`title-${id}`}
          label={names.title}
          value={entry.title}
          onChange={(title) => onChange({ title })}
          maxLength={200}
          width="full"
        />
      )}
      <TextAreaField
        name={`text-${id}`}
        label={names.text}
        isOptional={section === 'resources'}
        value={entry.text}
        onChange={(text) => onChange({ text })}
        maxLength={4000}
        rows={4}
        width="full"
      />
      {section === 'resources' && (
        <Field
          name={`link-${id}`}
          label={<Trans>Link</Trans>}
          hint={<Trans>An address that begins with https://</Trans>}
          isOptional
          value={entry.link}
          onChange={(link) => onChange({ link })}
          maxLength={500}
          width="full"
        />
      )}
    </>
  )
}

function useFieldWords(): Readonly<Record<PageSection, { readonly title?: ReactNode; readonly text: ReactNode }>> {
  return {
    sayings: { title: <Trans>Where the quotation is from</Trans>, text: <Trans>The quotation</Trans> },
    words: { title: <Trans>Word</Trans>, text: <Trans>What it means</Trans> },
    about: { text: <Trans>Text</Trans> },
    example: { text: <Trans>The situation</Trans> },
    guidance: { title: <Trans>Heading</Trans>, text: <Trans>Text</Trans> },
    hints: { title: <Trans>Heading</Trans>, text: <Trans>Hint</Trans> },
    resources: { title: <Trans>Name</Trans>, text: <Trans>Text</Trans> },
  }
}
