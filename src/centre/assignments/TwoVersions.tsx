// Two devices wrote on the same assignment: both versions are kept, each can be read, and one goes on. Also what was set aside before.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { AssignmentText } from './AssignmentText.tsx'
import type { Writing } from './client.ts'
import type { AssignmentDraft, AssignmentHeading } from './contract.ts'
import { textOf, wordsUnder } from './rules.ts'

interface TwoVersionsProps {
  readonly headings: readonly AssignmentHeading[]
  readonly writing: Writing
}

export function TwoVersions({ headings, writing }: TwoVersionsProps) {
  const { t } = useLingui()
  const [read, setRead] = useState<AssignmentDraft>()
  const { others, setAside, goOnWith } = writing
  const close = () => setRead(undefined)
  return (
    <>
      {others.length > 0 && (
        <Notice kind="warn" isLive title={<Trans>You wrote on two devices at once. Both versions are kept.</Trans>}>
          <Stack gap="small">
            <Trans>The one on this screen goes on here. Read the other, take over what you need, then say which one goes on.</Trans>
            {others.map((draft) => (
              <Row key={draft.id}>
                <Facts draft={draft} headings={headings} />
                <Button size="small" onPress={() => setRead(draft)}>
                  <Trans>Read the other version</Trans>
                </Button>
              </Row>
            ))}
            <Button size="small" onPress={() => void goOnWith(undefined)}>
              <Trans>Go on with the one on this screen</Trans>
            </Button>
          </Stack>
        </Notice>
      )}
      {setAside.length > 0 && (
        <Row>
          {setAside.map((draft) => (
            <Button key={draft.id} kind="quiet" size="small" onPress={() => setRead(draft)}>
              <Trans>Set aside:</Trans> <Facts draft={draft} headings={headings} />
            </Button>
          ))}
        </Row>
      )}
      {read !== undefined && (
        <Dialog isOpen size="large" title={t`The other version`} onClose={close}>
          <Stack>
            <Row>
              <Button
                onPress={() => {
                  close()
                  void goOnWith(read)
                }}
              >
                <Trans>Go on with this one</Trans>
              </Button>
            </Row>
            <AssignmentText record={textOf(read.content, headings)} />
          </Stack>
        </Dialog>
      )}
    </>
  )
}

function Facts({ draft, headings }: { readonly draft: AssignmentDraft; readonly headings: readonly AssignmentHeading[] }) {
  const days = useDays()
  const words = headings.reduce((sum, heading) => sum + wordsUnder(draft.content, heading), 0)
  return (
    <span>
      {days.moment(draft.savedAt)}, <Plural value={words} one="# word" other="# words" />
    </span>
  )
}
