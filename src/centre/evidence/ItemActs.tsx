// What one does with an item that is in the portfolio: say it anew, see what it said before, take it back at once.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useActor } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import type { Registration } from '../registrations/contract.ts'
import type { StandardPack } from '../standards/contract.ts'
import { FileActs } from '../uploads/FileActs.tsx'
import { evidenceReasons, useWithdrawing } from './client.ts'
import type { EvidenceItem } from './contract.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import { canChange } from './policy.ts'
import { hasOwnPlace, isJustAdded, isSignedVisit } from './rules.ts'
import { VersionsDialog } from './VersionsDialog.tsx'

interface ItemActsProps {
  readonly registration: Registration
  readonly pack: StandardPack
  readonly item: EvidenceItem
}

export function ItemActs({ registration, pack, item }: ItemActsProps) {
  const actor = useActor()
  const [open, setOpen] = useState<'change' | 'versions'>()
  const { send, isSending, refusal } = useWithdrawing()
  const words = useRefusalWords(evidenceReasons)
  const close = () => setOpen(undefined)
  const isMine = canChange(actor, registration, item.addedById) && item.descriptor === null && item.method !== 'WT'
  const isOpen = registration.claimedAt === null
  const isSigned = isSignedVisit(item.record)
  const party = actor.personId === registration.candidateId ? 'candidate' : 'assessor'
  const ids = { registrationId: registration.id, evidenceId: item.id }
  return (
    <>
      <Row>
        {isMine && isOpen && !hasOwnPlace(item.record) && (
          <Button size="small" onPress={() => setOpen('change')}>
            <Trans>Change</Trans>
          </Button>
        )}
        {item.version > 1 && (
          <Button size="small" onPress={() => setOpen('versions')}>
            <Trans>What changed</Trans>
          </Button>
        )}
        {isMine && isOpen && !isSigned && isJustAdded(item.addedAt, new Date()) && (
          <Button size="small" kind="quiet" isPending={isSending} onPress={() => void send(ids)}>
            <Trans>Undo: take it back</Trans>
          </Button>
        )}
      </Row>
      {isOpen && item.files.map((file) => <FileActs key={file.id} file={file} registration={registration} />)}
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      {open === 'change' && <EvidenceForm registrationId={registration.id} pack={pack} party={party} item={item} onClose={close} />}
      {open === 'versions' && <VersionsDialog {...ids} reference={item.reference} onClose={close} />}
    </>
  )
}
