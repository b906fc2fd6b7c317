// For who verifies: said where a unit's observed criteria rest on expert witnesses alone.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { Notice } from '../../web/ui/Notice.tsx'
import { useUnit } from '../decisions/client.ts'
import { restsOnWitnesses } from './rules.ts'

export function ExpertsNotice({ registrationId }: { readonly registrationId: Id }) {
  const asked = useUnit(registrationId)
  if (asked.state !== 'answered' || !restsOnWitnesses(asked.answer)) return null
  return (
    <Notice kind="warn" title={<Trans>All that was observed rests on expert witnesses</Trans>}>
      <Trans>No assessor saw any of it. Look whether direct observation by the assessor is needed.</Trans>
    </Notice>
  )
}
