// Erasing: find a learner, see what would go, erase; and the list of what was erased.
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useErasures } from '../../../school/erasure/client.ts'
import type { ErasureCounts } from '../../../school/erasure/contract.ts'
import { Counts, EraseLearner } from '../../../school/erasure/EraseLearner.tsx'
import { ErasureList } from '../../../school/erasure/ErasureList.tsx'
import type { ListedLearner } from '../../../school/learners/client.ts'
import { FindLearner } from '../../../school/learners/FindLearner.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'

export function ErasurePage() {
  const erasures = useErasures()
  const [chosen, setChosen] = useState<ListedLearner>()
  const [erased, setErased] = useState<{ readonly name: string; readonly counts: ErasureCounts }>()
  const choose = (learner: ListedLearner | undefined) => {
    setErased(undefined)
    setChosen(learner)
  }
  return (
    <>
      <PageHeader
        title={<Trans>Erase a learner</Trans>}
        about={
          <Trans>Records, photos and what the audit trail said of them go for good. Counts and everybody else’s records stay right.</Trans>
        }
      />
      <Stack>
        {erased !== undefined && <Done {...erased} />}
        {chosen === undefined ? (
          <Card title={<Trans>Who</Trans>}>
            <FindLearner onFind={choose} />
          </Card>
        ) : (
          <Card title={<Trans>What goes with {chosen.name}</Trans>}>
            <EraseLearner
              key={chosen.id}
              learner={chosen}
              onErased={(counts) => {
                setErased({ name: chosen.name, counts })
                setChosen(undefined)
              }}
              onCancel={() => choose(undefined)}
            />
          </Card>
        )}
        <Card title={<Trans>Erased so far</Trans>}>
          <AskedView asked={erasures}>{(lines) => <ErasureList erasures={lines} />}</AskedView>
        </Card>
      </Stack>
    </>
  )
}

function Done({ name, counts }: { readonly name: string; readonly counts: ErasureCounts }) {
  const { letters } = counts
  return (
    <Notice kind="ok" isLive title={<Trans>{name} is erased</Trans>}>
      <Counts counts={counts} />
      <p>
        <Trans>Devices drop what they kept at their next contact.</Trans>{' '}
        {letters > 0 && (
          <Plural
            value={letters}
            one="A retraction is on its way to # portfolio sentence."
            other="Retractions are on their way to # portfolio sentences."
          />
        )}
      </p>
    </Notice>
  )
}
