// A subject lead gives advice on a group: two headings, one of which is enough.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useMember } from '../../web/member.ts'
import { Button } from '../../web/ui/Button.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { useHeadingWords } from './AdviceForm.tsx'
import { emptyAdvice, keepAdvice } from './client.ts'
import { AdviceHeading, type AdviceQuestion } from './contract.ts'

interface LeadAnswerProps {
  readonly question: AdviceQuestion
  readonly onSent: (question: AdviceQuestion) => void
}

export function LeadAnswer({ question, onSent }: LeadAnswerProps) {
  const { t } = useLingui()
  const headings = useHeadingWords()
  const { moment } = useDays()
  const { name: ownName } = useMember()
  const [words, setWords] = useState<Readonly<Record<AdviceHeading, string>>>({ assessment: '', teaching: '' })
  const [isEmpty, setIsEmpty] = useState(false)
  const { groupId, groupName, subject, askedByName, askedAt } = question
  const when = moment(askedAt)
  const stop = useWorryStop(Object.values(words), () => setWords({ assessment: '', teaching: '' }))
  const keep = () => {
    const drafts = AdviceHeading.options
      .map((heading) => ({ ...emptyAdvice(heading, ownName, t`${subject} lead`), words: words[heading].trim() }))
      .filter((draft) => draft.words !== '')
    if (drafts.length === 0) return setIsEmpty(true)
    void keepAdvice(groupId, drafts).then(() => onSent(question))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.before(keep)
  }
  return (
    <Card title={`${groupName}, ${subject}`}>
      <form onSubmit={submit}>
        <Stack gap="form">
          <p>
            <Trans>
              {askedByName} asks, {when}. What you write is kept for the group and stands in its briefs.
            </Trans>
          </p>
          {AdviceHeading.options.map((heading) => (
            <TextAreaField
              key={heading}
              name={`advice-${heading}-${groupId}`}
              label={headings[heading]}
              error={isEmpty && heading === 'assessment' ? t`Write under one of the two headings` : undefined}
              isOptional
              value={words[heading]}
              onChange={(text) => setWords((before) => ({ ...before, [heading]: text }))}
              maxLength={300}
              rows={2}
              width="full"
            />
          ))}
          <Row>
            <Button type="submit" kind="primary" size="small">
              <Trans>Send the advice</Trans>
            </Button>
            {stop.button}
          </Row>
        </Stack>
        {stop.dialogs}
      </form>
    </Card>
  )
}
