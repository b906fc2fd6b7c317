// Term dates: when the school is open. The office and the head enter them once a year.
import { Trans } from '@lingui/react/macro'
import { useTermDates } from '../../../school/timetable/client.ts'
import { canSetTermDates } from '../../../school/timetable/policy.ts'
import { TermDatesForm, TermDatesList } from '../../../school/timetable/TermDatesEditor.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function TermDatesPage() {
  const asked = useTermDates()
  if (!canSetTermDates(useActor())) return <NotFoundPage />
  return (
    <>
      <PageHeader
        title={<Trans>Term dates</Trans>}
        about={<Trans>Sessions of the timetable stand in term time only. What took place on a day that is closed now stays.</Trans>}
      />
      <Stack>
        <Card title={<Trans>Terms and closed days</Trans>}>
          <AskedView asked={asked}>{({ dates }) => <TermDatesList dates={dates} />}</AskedView>
        </Card>
        <Card title={<Trans>Enter more</Trans>}>
          <TermDatesForm />
        </Card>
      </Stack>
    </>
  )
}
