// At which stage and in which strand a statement of a ladder stands.
import { Trans } from '@lingui/react/macro'

interface StageNameProps {
  /** 0 is Reception. */
  readonly year: number
  readonly strand: string
}

export function StageName({ year, strand }: StageNameProps) {
  return year === 0 ? (
    <Trans>Reception, {strand}</Trans>
  ) : (
    <Trans>
      Year {year}, {strand}
    </Trans>
  )
}
