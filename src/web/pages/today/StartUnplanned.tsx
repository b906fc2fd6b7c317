// A session that no timetable knows of: begun now, with one of one's groups; without a network too.
import { Trans } from '@lingui/react/macro'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { useMyGroups } from '../../../school/groups/client.ts'
import { Button } from '../../ui/Button.tsx'
import { part } from '../../ui/part.tsx'

const StartDialog = part(async () => (await import('./StartDialog.tsx')).StartDialog)

export function StartUnplanned() {
  const groups = useMyGroups()
  const [isOpen, setIsOpen] = useState<boolean>()
  if (groups.state !== 'answered' || groups.answer.length === 0) return null
  return (
    <>
      <Button kind="quiet" size="small" icon={Play} aria-haspopup="dialog" onPress={() => setIsOpen(true)}>
        <Trans>Start unplanned</Trans>
      </Button>
      {isOpen !== undefined && <StartDialog groups={groups.answer} isOpen={isOpen} onClose={() => setIsOpen(false)} />}
    </>
  )
}
