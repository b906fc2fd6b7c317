// One source: the parts that its kind needs, kept as far as they are known.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Source, SourcePart } from '../../core/sources.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { CheckboxField, Field } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { useSourceWords } from './client.ts'
import type { AssignmentContent } from './contract.ts'

interface SourceDialogProps {
  readonly source: Source
  readonly change: (change: (before: AssignmentContent) => AssignmentContent) => void
  readonly onClose: (kept?: Source) => void
}

export function SourceDialog({ source, change, onClose }: SourceDialogProps) {
  const words = useSourceWords()
  const [now, setNow] = useState(source)
  const put = (part: object) => setNow((before) => ({ ...before, ...part }) as Source)
  const others = (before: AssignmentContent) => before.sources.filter(({ id }) => id !== source.id)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    change((before) => ({ ...before, sources: [...others(before), now] }))
    onClose(now)
  }
  const remove = () => {
    change((before) => ({ ...before, sources: others(before) }))
    onClose()
  }
  return (
    <Dialog isOpen title={words.kinds[source.kind]} onClose={() => onClose()}>
      <form onSubmit={keep} noValidate>
        <Stack gap="form">
          <Parts source={now} put={put} />
          <Row>
            <Button kind="primary" type="submit">
              <Trans>Keep the source</Trans>
            </Button>
            <Button kind="quiet" onPress={remove}>
              <Trans>Take it off the list</Trans>
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}

interface PartsProps {
  readonly source: Source
  readonly put: (part: object) => void
}

function Parts({ source, put }: PartsProps) {
  if (source.kind === 'book')
    return (
      <>
        <Text part="author" value={source.author} put={put} hint={<Trans>Family name first: Wiliam, D.</Trans>} />
        <Text part="title" value={source.title} put={put} />
        <Field
          name="source-edition"
          label={<Trans>Edition</Trans>}
          isOptional
          maxLength={200}
          value={source.edition}
          onChange={(edition) => put({ edition })}
        />
        <Text part="published" value={source.published} put={put} isShort />
      </>
    )
  if (source.kind === 'website')
    return (
      <>
        <Text part="author" value={source.author} put={put} hint={<Trans>Who is answerable for it: a person or an organisation</Trans>} />
        <Text part="title" value={source.title} put={put} />
        <Text part="address" value={source.address} put={put} />
        <DayPart part="viewedOn" value={source.viewedOn} put={put} />
      </>
    )
  return (
    <>
      <Text part="name" value={source.name} put={put} />
      <Text part="role" value={source.role} put={put} />
      <DayPart part="spokenOn" value={source.spokenOn} put={put} />
      {source.kind === 'colleague' && (
        <CheckboxField
          name="source-permission"
          label={<Trans>I asked, and may name this person</Trans>}
          isChecked={source.hasPermission}
          onChange={(hasPermission) => put({ hasPermission })}
        />
      )}
    </>
  )
}

interface TextProps {
  readonly part: SourcePart
  readonly value: string
  readonly put: PartsProps['put']
  readonly hint?: ReactNode
  readonly isShort?: boolean
}

function Text({ part, value, put, hint, isShort = false }: TextProps) {
  const { labels } = useSourceWords()
  return (
    <Field
      name={`source-${part}`}
      label={labels[part]}
      hint={hint}
      autoComplete="off"
      maxLength={part === 'address' ? 500 : isShort ? 40 : 200}
      width={isShort ? 'short' : 'full'}
      value={value}
      onChange={(text) => put({ [part]: text })}
    />
  )
}

function DayPart({ part, value, put }: { readonly part: SourcePart; readonly value: string | null; readonly put: PartsProps['put'] }) {
  const { labels } = useSourceWords()
  return (
    <Field
      name={`source-${part}`}
      type="date"
      width="short"
      label={labels[part]}
      value={value ?? ''}
      onChange={(day) => put({ [part]: day === '' ? null : day })}
    />
  )
}
