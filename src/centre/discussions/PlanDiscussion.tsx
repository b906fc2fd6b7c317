// The button by which candidate and assessor propose an agenda, each to the other.
import { Trans } from '@lingui/react/macro'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { useOtherUnits } from '../registrations/client.ts'
import type { Registration } from '../registrations/contract.ts'
import type { StandardPack } from '../standards/contract.ts'
import { AgendaForm } from './AgendaForm.tsx'

export function PlanDiscussion({ registration, pack }: { readonly registration: Registration; readonly pack: StandardPack }) {
  const [isOpen, setIsOpen] = useState(false)
  const others = useOtherUnits(registration)
  return (
    <>
      <Button icon={MessagesSquare} onPress={() => setIsOpen(true)}>
        <Trans>Plan a discussion</Trans>
      </Button>
      {isOpen && <AgendaForm registration={registration} pack={pack} others={others} onClose={() => setIsOpen(false)} />}
    </>
  )
}
