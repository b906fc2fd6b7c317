// What was last done with a learner's log, in words, with its way back.
import { Trans } from '@lingui/react/macro'
import { UndoBar } from '../../web/ui/UndoBar.tsx'
import type { LogActs } from './client.ts'

export function LogSaid({ acts: { last, undo } }: { readonly acts: LogActs }) {
  return <UndoBar act={last} said={last && <Words act={last.act} />} onUndo={undo} />
}

function Words({ act }: { readonly act: NonNullable<LogActs['last']>['act'] }) {
  if (act === 'kept') return <Trans>Kept in the log</Trans>
  return act === 'declined' ? <Trans>Left: it is not offered again</Trans> : <Trans>Taken out of the log</Trans>
}
