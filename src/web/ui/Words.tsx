// The "Words" button: how words look, one tap away on every page. Its dialog is loaded when it is first wanted.
import { Trans } from '@lingui/react/macro'
import { ALargeSmall } from 'lucide-react'
import { useState } from 'react'
import { Button } from './Button.tsx'
import { part } from './part.tsx'

const WordsDialog = part(async () => (await import('./WordsDialog.tsx')).WordsDialog)

export function WordsButton() {
  const [isOpen, setOpen] = useState<boolean>()
  return (
    <>
      <Button kind="quiet" icon={ALargeSmall} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        <Trans>Words</Trans>
      </Button>
      {isOpen !== undefined && <WordsDialog isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  )
}
