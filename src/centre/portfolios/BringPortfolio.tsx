// For the centre administrator: a portfolio that another centre made comes in as a file.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { FileField } from '../../web/ui/FileField.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import { usePeopleToRegister } from '../registrations/client.ts'
import { type Bringing, useBringing } from './client.ts'

export function BringPortfolio({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const [file, setFile] = useState<File>()
  const [candidateId, setCandidateId] = useState('')
  const { bringing, bring, forget } = useBringing()
  const { candidates } = usePeopleToRegister()
  const choose = (chosen: File) => {
    setFile(chosen)
    forget()
  }
  if (bringing.state === 'taken')
    return (
      <Dialog isOpen title={<Trans>Bring a portfolio in</Trans>} onClose={onClose}>
        <Notice kind="ok" isLive title={<Trans>Taken in</Trans>} action={<Button onPress={onClose}>{<Trans>Done</Trans>}</Button>}>
          <Trans>It was sealed by the key {bringing.fingerprint}. Compare it by telephone with the centre that sent it.</Trans>
        </Notice>
      </Dialog>
    )
  return (
    <Dialog
      isOpen
      title={<Trans>Bring a portfolio in</Trans>}
      onClose={onClose}
      actions={
        file !== undefined && (
          <Button
            kind="primary"
            isPending={bringing.state === 'sending'}
            onPress={() => void bring(file, candidateId === '' ? null : candidateId)}
          >
            <Trans>Check and take in</Trans>
          </Button>
        )
      }
    >
      <Stack>
        <FileField label={<Trans>The file that the other centre took out</Trans>} accept="application/zip,.zip" onChoose={choose} />
        <SelectField
          name="candidate"
          label={<Trans>Whose it is</Trans>}
          hint={<Trans>Then the candidate can read it, and whoever has a part in the candidate’s units.</Trans>}
          options={[{ id: '', label: t`Nobody here yet` }, ...candidates.map(({ id, name }) => ({ id, label: name }))]}
          value={candidateId}
          onChange={setCandidateId}
        />
        <Said bringing={bringing} />
      </Stack>
    </Dialog>
  )
}

function Said({ bringing }: { readonly bringing: Bringing }) {
  const words = useRefusalWords({})
  if (bringing.state === 'sending')
    return (
      <Loading>
        <Trans>Checking every byte of it</Trans>
      </Loading>
    )
  if (bringing.state === 'failed') return <Notice kind="bad">{words(bringing.refusal)}</Notice>
  if (bringing.state !== 'faulty') return null
  return (
    <Notice kind="bad" isLive title={<Trans>Not taken in: it is not what its centre made</Trans>}>
      <ul>
        {bringing.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      <p>
        <Trans>Ask the other centre to take it out again.</Trans>
      </p>
    </Notice>
  )
}
