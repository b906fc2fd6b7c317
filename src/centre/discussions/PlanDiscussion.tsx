// The button by which candidate and assessor propose an agenda, each to the other.
import { Trans } from '@lingui/react/macro'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import type { Registration } from '../registrations/contract.ts'
import type { StandardPack } from '../standards/contract.ts'
import { AgendaForm } from './AgendaForm.tsx'

export function PlanDiscussion({ registration, pack }: { readonly registration: Registration; readonly pack: StandardPack }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={MessagesSquare} onPress={() => setIsOpen(true)}>
        <Trans>Plan a discussion</Trans>
      </Button>
      {isOpen && <AgendaForm registrationId={registration.id} pack={pack} onClose={() => setIsOpen(false)} />}
    </>
  )
}
