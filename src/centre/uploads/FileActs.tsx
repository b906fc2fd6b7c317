// Assessor and IQA put a file aside that should not be there, let it be seen again, or purge it: each with a reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useActor } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import type { Registration } from '../registrations/contract.ts'
import { uploadReasons, usePurge, useQuarantine, useRelease } from './client.ts'
import type { PortfolioFile } from './contract.ts'
import { canPutAside } from './policy.ts'

type Act = 'quarantine' | 'release' | 'purge'

interface FileActsProps {
  readonly file: PortfolioFile
  readonly registration: Registration
}

export function FileActs({ file, registration }: FileActsProps) {
  const { t } = useLingui()
  const actor = useActor()
  const [act, setAct] = useState<Act>()
  if (file.state === 'purged' || !canPutAside(actor, { units: [registration] })) return null
  return (
    <Row>
      {file.state === 'kept' ? (
        <Button size="small" onPress={() => setAct('quarantine')}>{t`Put aside: ${file.name}`}</Button>
      ) : (
        <Button size="small" onPress={() => setAct('release')}>{t`Show the file again`}</Button>
      )}
      <Button size="small" kind="quiet" onPress={() => setAct('purge')}>
        {/* What was put aside shows its name no more: it may say what nobody should read. */}
        {file.name === '' ? t`Purge the file` : t`Purge: ${file.name}`}
      </Button>
      {act !== undefined && <Why act={act} file={file} onClose={() => setAct(undefined)} />}
    </Row>
  )
}

function Why({ act, file, onClose }: { readonly act: Act; readonly file: PortfolioFile; readonly onClose: () => void }) {
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const acts = { quarantine: useQuarantine(), release: useRelease(), purge: usePurge() }
  const { send, isSending, refusal } = acts[act]
  const words = useRefusalWords(uploadReasons)
  const titles = {
    quarantine: <Trans>Put {file.name} aside</Trans>,
    release: <Trans>Show the file again</Trans>,
    purge: file.name === '' ? <Trans>Purge the file</Trans> : <Trans>Purge {file.name}</Trans>,
  }
  async function go() {
    if ((await send({ id, uploadId: file.id, reason })) !== undefined) onClose()
  }
  return (
    <Dialog isOpen size="small" title={titles[act]} onClose={onClose}>
      <Stack gap="form">
        {act === 'purge' && (
          <Notice kind="warn">
            <Trans>Its content is gone for good. Who did it, when, why and its SHA-256 stay.</Trans>
          </Notice>
        )}
        {refusal !== undefined && (
          <Notice kind="bad" isLive>
            {words(refusal)}
          </Notice>
        )}
        <TextAreaField
          name="reason"
          label={<Trans>Why?</Trans>}
          rows={2}
          maxLength={500}
          width="full"
          value={reason}
          onChange={setReason}
        />
        <Button kind="primary" isPending={isSending} onPress={() => void go()}>
          {titles[act]}
        </Button>
      </Stack>
    </Dialog>
  )
}
