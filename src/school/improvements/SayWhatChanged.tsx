// What changed is often said a moment after the second attempt was kept: the learner's words and the time, put to it.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { WhatChanged } from './AttemptFields.tsx'
import type { Attempted, ShownImprovement } from './client.ts'
import type { NewImprovement } from './contract.ts'

interface SayWhatChangedProps {
  readonly shown: ShownImprovement
  readonly learnerName: string
  readonly onKeep: (said: Pick<NewImprovement, 'whatChanged' | 'minutes'>) => void
  readonly onClose: () => void
}

export function SayWhatChanged({ shown, learnerName, onKeep, onClose }: SayWhatChangedProps) {
  const [said, setSaid] = useState<Pick<Attempted, 'whatChanged' | 'minutes'>>({
    whatChanged: shown.whatChanged ?? '',
    minutes: shown.minutes ?? undefined,
  })
  const change = (part: Partial<Attempted>) => setSaid((before) => ({ ...before, ...part }))
  const stop = useWorryStop([said.whatChanged], () => change({ whatChanged: '' }))
  const keep = () => {
    const words = said.whatChanged.trim()
    onKeep({ whatChanged: words === '' ? null : words, minutes: said.minutes ?? null })
  }
  return (
    <Dialog
      title={<Trans>What changed?</Trans>}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => stop.before(keep)}>
            <Trans>Keep</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <Stack>
        <WhatChanged attempted={said} onChange={change} learnerName={learnerName} />
        <div>{stop.button}</div>
      </Stack>
      {stop.dialogs}
    </Dialog>
  )
}
