// What came out of a group's sessions: next actions, and the last handovers with what was decided.
import { Trans, useLingui } from '@lingui/react/macro'
import { useGroupHandovers } from '../../../school/handovers/client.ts'
import { decisionSaid } from '../../../school/handovers/HandoverWords.tsx'
import { standingDecision } from '../../../school/handovers/rules.ts'
import { NextActions } from '../../../school/nextactions/NextActions.tsx'
import { useDays } from '../../days.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { TextLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

export function GroupHandovers({ groupId }: { readonly groupId: string }) {
  const { t } = useLingui()
  const days = useDays()
  const asked = useGroupHandovers(groupId)
  return (
    <Stack>
      <Card title={<Trans>Handovers</Trans>}>
        <AskedView asked={asked}>
          {(handovers) =>
            handovers.length === 0 ? (
              <EmptyState title={<Trans>Nothing was handed over yet</Trans>} />
            ) : (
              <Stack gap="small">
                {handovers.map(({ id, sentAt, sentBy, decisions }) => {
                  const decision = standingDecision(decisions)
                  return (
                    <p key={id}>
                      <TextLink href={paths.handover(id)}>{days.moment(sentAt)}</TextLink>, {sentBy.name}
                      {': '}
                      {decision === undefined ? <Trans>no decision yet</Trans> : decisionSaid(decision, t)}
                    </p>
                  )
                })}
              </Stack>
            )
          }
        </AskedView>
      </Card>
      <Card title={<Trans>What next</Trans>}>
        <NextActions groupId={groupId} canWrite sessionHref={(sessionId) => paths.session(sessionId, 'hand-over')} />
      </Card>
    </Stack>
  )
}
