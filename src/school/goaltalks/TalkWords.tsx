// Words for what is settled about a goal: how it was understood, how it was agreed.
import { useLingui } from '@lingui/react/macro'
import type { AgreedHow, Understood } from './contract.ts'

export function useUnderstoodWords(): readonly (readonly [Understood, string])[] {
  const { t } = useLingui()
  return [
    ['said_back', t`Said it back`],
    ['example', t`Gave an example`],
    ['pointed', t`Pointed to it`],
    ['unsure', t`Not sure yet`],
  ]
}

export function useAgreedWords(): readonly (readonly [AgreedHow, string])[] {
  const { t } = useLingui()
  return [
    ['spoken', t`Talked`],
    ['written', t`Wrote it`],
    ['symbol', t`By a symbol`],
    ['choice', t`Chose from two`],
  ]
}
