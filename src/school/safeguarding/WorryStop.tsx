// The way to the safeguarding stop from a place where a note is typed, and the question before such a note is kept.
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { part } from '../../web/ui/part.tsx'

// Fetched when they are needed, from the device's own copy of the build.
const rules = () => import('./rules.ts')
const StopDialog = part(async () => (await import('./StopDialog.tsx')).StopDialog)
const NudgeDialog = part(async () => (await import('./NudgeDialog.tsx')).NudgeDialog)

export interface WorryStop {
  /** Quiet, beside the fields. */
  readonly button: ReactNode
  readonly open: () => void
  /** To be rendered where it stays while the note is typed. */
  readonly dialogs: ReactNode
  /** Keeps at once, or asks first whether the words are a worry about a child's safety. */
  readonly before: (keep: () => void) => void
}

/** @param texts what is typed in the note's fields @param clear empties them, once the adult has the words elsewhere */
export function useWorryStop(texts: readonly string[], clear: () => void): WorryStop {
  const [open, setOpen] = useState<'stop' | { readonly keep: () => void }>()
  const close = () => setOpen(undefined)
  const hasWords = texts.some((text) => text.trim() !== '')
  useEffect(() => {
    if (hasWords) void rules().catch(() => undefined)
  }, [hasWords])
  const look = async (keep: () => void) => {
    // On a first visit, before the device has its copy of the build, the network may go: what was typed is kept all the same.
    const known = await rules().catch(() => undefined)
    if (known !== undefined && texts.some(known.soundsLikeAWorry)) setOpen({ keep })
    else keep()
  }
  const typed = texts.filter((text) => text.trim() !== '').join('\n')
  const told = () => {
    clear()
    close()
  }
  return {
    before: (keep) => (hasWords ? void look(keep) : keep()),
    open: () => setOpen('stop'),
    button: <WorryButton onPress={() => setOpen('stop')} />,
    dialogs:
      open !== undefined &&
      (open === 'stop' ? (
        <StopDialog typed={typed} onTold={told} onClose={close} />
      ) : (
        <NudgeDialog
          onTell={() => setOpen('stop')}
          onKeep={() => {
            close()
            open.keep()
          }}
          onClose={close}
        />
      )),
  }
}

function WorryButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button kind="quiet" size="small" aria-haspopup="dialog" onPress={onPress}>
      <Trans>Worried about a child?</Trans>
    </Button>
  )
}
