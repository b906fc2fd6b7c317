// The school's own words for finding out: misconceptions, quick phrases, and the catalogue of techniques to read.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useStatements } from '../../../school/goals/client.ts'
import { useMisconceptions } from '../../../school/misconceptions/client.ts'
import { MisconceptionList } from '../../../school/misconceptions/MisconceptionList.tsx'
import { canNameMisconceptions } from '../../../school/misconceptions/policy.ts'
import { CatalogueList } from '../../../school/techniques/CatalogueList.tsx'
import { phraseListCurrent } from '../../../school/techniques/contract.ts'
import { PhraseForm } from '../../../school/techniques/PhraseForm.tsx'
import { canSetPhrases } from '../../../school/techniques/policy.ts'
import { useAsked } from '../../asking.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'

export function WordsPage() {
  const actor = useActor()
  const misconceptions = useMisconceptions()
  const statements = useStatements()
  return (
    <>
      <PageHeader title={<Trans>Words for finding out</Trans>} about={<Trans>The same for everyone in the school</Trans>} />
      <Stack gap="large">
        {canSetPhrases(actor) && (
          <Card title={<Trans>Quick phrases for what you saw</Trans>}>
            <Phrases />
          </Card>
        )}
        <Card title={<Trans>Misconceptions</Trans>}>
          <AskedView asked={misconceptions}>
            {(all) => (
              <MisconceptionList
                misconceptions={all}
                statements={statements.state === 'answered' ? statements.answer : []}
                canChange={canNameMisconceptions(actor)}
              />
            )}
          </AskedView>
        </Card>
        <Card title={<Trans>Techniques</Trans>}>
          <CatalogueList />
        </Card>
      </Stack>
    </>
  )
}

function Phrases() {
  const asked = useAsked(phraseListCurrent, {})
  const [isKept, setIsKept] = useState(false)
  return (
    <Stack gap="small">
      <AskedView asked={asked}>
        {({ id, phrases }) => <PhraseForm key={id} basedOn={id} phrases={phrases} onKept={() => setIsKept(true)} />}
      </AskedView>
      {isKept && <Notice kind="ok" isLive title={<Trans>Kept: everyone finds these phrases in capture</Trans>} />}
    </Stack>
  )
}
