// What a subject lead is asked about groups, to be answered here.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useAdviceQuestions } from '../../../school/advice/client.ts'
import type { AdviceQuestion } from '../../../school/advice/contract.ts'
import { LeadAnswer } from '../../../school/advice/LeadAnswer.tsx'
import { isSubjectLead } from '../../../school/advice/policy.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState, Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'

export function AdvicePage() {
  return isSubjectLead(useActor()) ? <Questions /> : <NotFoundPage />
}

function Questions() {
  const asked = useAdviceQuestions()
  const [sent, setSent] = useState<AdviceQuestion>()
  return (
    <>
      <PageHeader title={<Trans>Your advice is asked</Trans>} />
      {sent !== undefined && <Notice kind="ok" isLive title={<Trans>Kept: your advice stands in the briefs of {sent.groupName}</Trans>} />}
      <AskedView asked={asked}>
        {(questions) =>
          questions.length === 0 ? (
            <EmptyState title={<Trans>Nobody waits for your advice</Trans>} />
          ) : (
            <Stack>
              {questions.map((question) => (
                <LeadAnswer key={`${question.groupId} ${question.askedAt}`} question={question} onSent={setSent} />
              ))}
            </Stack>
          )
        }
      </AskedView>
    </>
  )
}
