// Reading results of tests in: a teacher for the learners of a group, the data lead for the school.
import { Trans } from '@lingui/react/macro'
import { hasRole } from '../../../core/actor.ts'
import type { Id } from '../../../core/ids.ts'
import { useMyGroups } from '../../../school/groups/client.ts'
import { useAllLearners, useGroupLearners } from '../../../school/learners/client.ts'
import { useImports } from '../../../school/results/client.ts'
import { ImportList } from '../../../school/results/ImportList.tsx'
import { canReadSomeResultsIn } from '../../../school/results/policy.ts'
import { ReadResults } from '../../../school/results/ReadResults.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { paths, useWantedId } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function ResultsPage() {
  return canReadSomeResultsIn(useActor()) ? <Results /> : <NotFoundPage />
}

function Results() {
  const groupId = useWantedId('group')
  const imports = useImports()
  const isForSchool = hasRole(useActor(), 'data_lead')
  return (
    <>
      <PageHeader
        title={<Trans>Test results</Trans>}
        about={<Trans>Summative results are context: dated, as they were told, never edited and never counted.</Trans>}
      />
      <Stack>
        {groupId !== undefined ? <ForGroup groupId={groupId} /> : isForSchool ? <ForSchool /> : <ChooseGroup />}
        <Card title={<Trans>Read in</Trans>}>
          <AskedView asked={imports}>{(all) => <ImportList imports={all} />}</AskedView>
        </Card>
      </Stack>
    </>
  )
}

function ForGroup({ groupId }: { readonly groupId: Id }) {
  const groups = useMyGroups()
  const asked = useGroupLearners(groupId)
  const name = groups.state === 'answered' ? groups.answer.find(({ id }) => id === groupId)?.name : undefined
  return (
    <Card title={name === undefined ? <Trans>Read results in</Trans> : <Trans>Read results in: {name}</Trans>}>
      <AskedView asked={asked}>{(learners) => <ReadResults learners={learners} />}</AskedView>
    </Card>
  )
}

function ForSchool() {
  const asked = useAllLearners()
  return (
    <Card title={<Trans>Read results in</Trans>}>
      <AskedView asked={asked}>{(learners) => <ReadResults learners={learners} />}</AskedView>
    </Card>
  )
}

/** A teacher reads in for one of their own groups. */
function ChooseGroup() {
  const { personId } = useActor()
  const asked = useMyGroups()
  return (
    <Card title={<Trans>For which group?</Trans>}>
      <AskedView asked={asked}>
        {(groups) => {
          const own = groups.filter(({ staff }) => staff.some((one) => one.personId === personId && one.part === 'teacher'))
          if (own.length === 0) return <EmptyState title={<Trans>You are no group’s teacher</Trans>} />
          return (
            <Stack gap="small">
              {own.map(({ id, name }) => (
                <ButtonLink key={id} leadsOn href={`${paths.results}?group=${id}`}>
                  {name}
                </ButtonLink>
              ))}
            </Stack>
          )
        }}
      </AskedView>
    </Card>
  )
}
