// What the pages behind a witness's links share: a link that was cut short, and a code that was wrong.
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Problem } from '../../ui/ErrorSummary.tsx'
import { Notice } from '../../ui/Notice.tsx'

export function LinkCutShort() {
  return (
    <Notice kind="bad" title={<Trans>The end of this link is missing</Trans>}>
      <Trans>Copy the whole link, or ask the college for a new one.</Trans>
    </Notice>
  )
}

/** Says that a code was wrong, and what is left. */
export function useWrongCode(): (triesLeft: number) => readonly Problem[] {
  const { t } = useLingui()
  return (triesLeft) => {
    const message =
      triesLeft === 0
        ? t`This code is wrong, and the link is shut now. Ask the college for a new one.`
        : t`This code is wrong. ${plural(triesLeft, { one: '# try is left.', other: '# tries are left.' })}`
    return [{ name: 'code', message }]
  }
}
