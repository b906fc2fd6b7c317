// Portfolios that came from other centres: whose, of which unit, sealed by whom; each can be taken out again as it came.
import { Trans } from '@lingui/react/macro'
import { BookOpen, FileArchive } from 'lucide-react'
import { useDays } from '../../web/days.ts'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useBrought, useBroughtAddress } from './client.ts'
import type { BroughtPortfolio } from './contract.ts'

export function BroughtList() {
  const asked = useBrought()
  if (asked.state !== 'answered' || asked.answer.length === 0) return null
  return (
    <Card title={<Trans>Brought from other centres</Trans>}>
      <Stack gap="small">
        {asked.answer.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </Stack>
    </Card>
  )
}

function Line({ one }: { readonly one: BroughtPortfolio }) {
  const addressOf = useBroughtAddress()
  const { moment } = useDays()
  return (
    <div>
      <p>
        <b>
          <Trans>
            {one.candidateName}, unit {one.unitNumber}: {one.unitTitle}
          </Trans>
        </b>
        <br />
        <Trans>
          Made by {one.centreName}, key {one.fingerprint}. Taken in {moment(one.broughtAt)}
        </Trans>
      </p>
      <Row>
        <ButtonLink size="small" icon={BookOpen} href={addressOf.page(one.id)} target="_blank">
          <Trans>Read it</Trans>
        </ButtonLink>
        <ButtonLink size="small" icon={FileArchive} href={addressOf.zip(one.id)} download="">
          <Trans>Load the file</Trans>
        </ButtonLink>
      </Row>
    </div>
  )
}
