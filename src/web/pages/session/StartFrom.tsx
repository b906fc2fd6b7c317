// What was noted last of a learner on a criterion, beside the form: feedback begins from what was seen.
import { Trans, useLingui } from '@lingui/react/macro'
import type { NotedAttempt } from '../../../school/improvements/contract.ts'
import { useDays } from '../../days.ts'
import { Button } from '../../ui/Button.tsx'
import { helpPhrases } from '../../ui/help.ts'
import { MarginNote } from '../../ui/MomentList.tsx'

interface StartFromProps {
  readonly noted: NotedAttempt | undefined
  readonly onBegin: (words: string) => void
}

export function StartFrom({ noted, onBegin }: StartFromProps) {
  const { t } = useLingui()
  const days = useDays()
  if (noted === undefined) {
    return (
      <p>
        <Trans>Nothing was noted on this yet.</Trans>
      </p>
    )
  }
  const { childWords, whatSeen, helpLevel, observedAt } = noted
  const when = days.moment(observedAt)
  return (
    <MarginNote>
      <div>
        {childWords !== null && <p>“{childWords}”</p>}
        {whatSeen !== null && <p>{whatSeen}</p>}
        <p>
          {helpLevel === null ? (
            <Trans>Noted last: {when}</Trans>
          ) : (
            <Trans>
              Noted last: {when}, {t(helpPhrases[helpLevel])}
            </Trans>
          )}
        </p>
        {whatSeen !== null && (
          <Button size="small" kind="quiet" onPress={() => onBegin(whatSeen)}>
            <Trans>Begin from this</Trans>
          </Button>
        )}
      </div>
    </MarginNote>
  )
}
