// Owners of next actions in words.
import { useLingui } from '@lingui/react/macro'
import type { ActionOwner } from './contract.ts'

export function useOwnerWords(): Readonly<Record<ActionOwner, string>> {
  const { t } = useLingui()
  return { teacher: t`Teacher`, learner: t`Learner`, practitioner: t`Practitioner` }
}
