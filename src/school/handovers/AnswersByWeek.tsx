// For leaders: how many handovers of each week have an answer. Counts alone: silence is a matter of time to talk, not of a person.
import { Trans } from '@lingui/react/macro'
import { useAsked } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { handoverByWeek } from './contract.ts'

export function AnswersByWeek() {
  const days = useDays()
  const asked = useAsked(handoverByWeek, {})
  return (
    <Card title={<Trans>Handovers by week</Trans>}>
      <AskedView asked={asked}>
        {({ weeks }) =>
          weeks.length === 0 ? (
            <p>
              <Trans>None yet.</Trans>
            </p>
          ) : (
            weeks.map(({ weekOn, sent, answered }) => (
              <p key={weekOn}>
                <Trans>
                  Week of {days.day(weekOn)}: {answered} of {sent} with a decision
                </Trans>
              </p>
            ))
          )
        }
      </AskedView>
    </Card>
  )
}
