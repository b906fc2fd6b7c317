// Where a candidate writes her assignment: headings with their texts, what she has covered, her sources, and what still does not meet.
import { Trans, useLingui } from '@lingui/react/macro'
import { BookMarked, NotebookPen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Columns, Stack } from '../../web/ui/Layout.tsx'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { RichTextHand, RichTextTool } from '../../web/ui/RichText.tsx'
import { CiteDialog } from './CiteDialog.tsx'
import { useWriting, type Writing } from './client.ts'
import type { AssignmentHeading } from './contract.ts'
import { type ArrivedExample, ExampleDialog } from './ExampleDialog.tsx'
import { HeadingSection } from './HeadingSection.tsx'
import { LeafChecklist, type LeafStanding } from './LeafChecklist.tsx'
import { wordsUnder } from './rules.ts'
import { SourceFaultsView, SourceList } from './SourceList.tsx'
import { TwoVersions } from './TwoVersions.tsx'
import styles from './WritingDesk.module.css'

interface WritingDeskProps {
  readonly registrationId: Id
  readonly headings: readonly AssignmentHeading[]
  /** What each leaf is called and how it stands with the assessor. */
  readonly leaves: ReadonlyMap<string, LeafStanding>
  /** Sentences of one's own school record that have arrived here. */
  readonly examples: readonly ArrivedExample[]
  /** What one does when it is written. */
  readonly submitting: (writing: Writing) => ReactNode
}

export function WritingDesk(props: WritingDeskProps) {
  const { asked, writing } = useWriting(props.registrationId)
  if (writing === undefined)
    return asked.state === 'failed' ? (
      <Notice kind="bad" isLive>
        <Trans>Your assignment could not be opened. Load the page again.</Trans>
      </Notice>
    ) : (
      <Loading />
    )
  return <Desk {...props} writing={writing} />
}

type Asking = { readonly kind: 'cite' | 'example'; readonly hand: RichTextHand }

function Desk({ headings, leaves, examples, submitting, writing }: WritingDeskProps & { readonly writing: Writing }) {
  const { t } = useLingui()
  const [asking, setAsking] = useState<Asking>()
  const { content, change } = writing
  const tools: readonly RichTextTool[] = [
    { label: t`Name a source`, icon: BookMarked, onPress: (hand) => setAsking({ kind: 'cite', hand }) },
    { label: t`An example from my school`, icon: NotebookPen, onPress: (hand) => setAsking({ kind: 'example', hand }) },
  ]
  const close = () => setAsking(undefined)
  return (
    <Stack>
      <TwoVersions headings={headings} writing={writing} />
      <Columns>
        <Stack>
          <WhereKept writing={writing} headings={headings} />
          {headings.map((heading) => (
            <HeadingSection
              key={`${heading.code} ${writing.generation}`}
              heading={heading}
              content={content}
              change={change}
              leaves={leaves}
              tools={tools}
            />
          ))}
        </Stack>
        <Stack>
          <Card title={<Trans>What it covers</Trans>}>
            <LeafChecklist headings={headings} content={content} leaves={leaves} change={change} />
          </Card>
          <Card title={<Trans>Sources</Trans>}>
            <SourceList content={content} change={change} />
            <SourceFaultsView content={content} headings={headings} />
          </Card>
          {submitting(writing)}
        </Stack>
      </Columns>
      {asking?.kind === 'cite' && <CiteDialog content={content} change={change} onCite={asking.hand.cite} onClose={close} />}
      {asking?.kind === 'example' && <ExampleDialog examples={examples} onChoose={asking.hand.quote} onClose={close} />}
    </Stack>
  )
}

function WhereKept({ writing: { content, whereKept }, headings }: Pick<WritingDeskProps, 'headings'> & { readonly writing: Writing }) {
  const words = headings.reduce((sum, heading) => sum + wordsUnder(content, heading), 0)
  return (
    <p className={styles.kept}>
      {whereKept === 'server' ? <Trans>Kept and sent</Trans> : <Trans>Kept on this device, sent when there is a network</Trans>}
      {'. '}
      <Trans>{words} words</Trans>
      {'. '}
      <Trans>Nobody else reads it before you submit it.</Trans>
    </p>
  )
}
