// Help, in the same place for everyone: what the signs mean, what happens without network, whom to ask.
import { Trans, useLingui } from '@lingui/react/macro'
import { useColleagues } from '../../common/people/client.ts'
import { SquareKey } from '../ui/ClassMap.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Card, PageHeader } from '../ui/PageHeader.tsx'
import { WordsButton } from '../ui/Words.tsx'
import { HowTo } from './help/HowTo.tsx'

export function HelpPage() {
  return (
    <>
      <PageHeader title={<Trans>Help</Trans>} />
      <Stack>
        <Card title={<Trans>Whom to ask</Trans>}>
          <WhomToAsk />
        </Card>
        <HowTo />
        <Card title={<Trans>Without network</Trans>}>
          <p>
            <Trans>
              Go on as you are. What you capture is kept on this device, counted at the top, and sent by itself when there is a network.
            </Trans>
          </p>
        </Card>
        <Card title={<Trans>The squares</Trans>}>
          <Stack gap="small">
            <SquareKey />
            <p>
              <Trans>A fuller square is more secure. A dot means that nobody has seen it yet; it is not a failure.</Trans>
            </p>
          </Stack>
        </Card>
        <Card title={<Trans>How words look</Trans>}>
          <Stack gap="small">
            <p>
              <Trans>Light or dark, more contrast, more room between letters: change it on any page.</Trans>
            </p>
            <WordsButton />
          </Stack>
        </Card>
      </Stack>
    </>
  )
}

function WhomToAsk() {
  const { t } = useLingui()
  const asked = useColleagues()
  const people = asked.state === 'answered' ? asked.answer.people : []
  const names = people
    .filter(({ roles }) => roles.some((role) => role === 'administrator' || role === 'centre_administrator'))
    .map(({ name }) => name)
  return (
    <p>
      {names.length > 0 && <b>{names.join(', ')}. </b>}
      {t`Your administrator gives roles, makes links for new passwords, and knows who keeps this installation running.`}
    </p>
  )
}
