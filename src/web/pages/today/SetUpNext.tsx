// While an administrator is alone in a new school: what comes next, in its order.
import { Trans } from '@lingui/react/macro'
import { CalendarRange, UsersRound } from 'lucide-react'
import { personList } from '../../../common/people/contract.ts'
import { useAsked } from '../../asking.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Card } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

export function SetUpNext() {
  const asked = useAsked(personList, {})
  if (asked.state !== 'answered' || asked.answer.people.length > 1) return null
  return (
    <Card title={<Trans>Then: your colleagues</Trans>}>
      <Stack gap="small">
        <p>
          <Trans>
            Invite each by a link that works once. Teachers and practitioners make their groups themselves, from a pasted list of names.
            Term dates keep lessons out of the holidays.
          </Trans>
        </p>
        <Row>
          <ButtonLink icon={UsersRound} href="/people">
            <Trans>Invite colleagues</Trans>
          </ButtonLink>
          <ButtonLink icon={CalendarRange} href={paths.termDates}>
            <Trans>Enter term dates</Trans>
          </ButtonLink>
        </Row>
      </Stack>
    </Card>
  )
}
