// On the start of the safeguarding lead: how many notes were shown and wait.

import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { HeartHandshake } from 'lucide-react'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { useNotesToRead } from './client.ts'

export function WaitingNotes() {
  const { t } = useLingui()
  const asked = useNotesToRead()
  if (asked.state !== 'answered' || asked.answer.length === 0) return null
  const count = asked.answer.length
  return (
    <div>
      <ButtonLink kind="primary" icon={HeartHandshake} href="/safeguarding">
        {t`${plural(count, { one: '# note was shown to you', other: '# notes were shown to you' })}`}
      </ButtonLink>
    </div>
  )
}
