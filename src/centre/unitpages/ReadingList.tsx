// What assessor or tutor suggest to this candidate to read, and whether she has.
import { Trans, useLingui } from '@lingui/react/macro'
import { BookOpen, Plus } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { CheckboxField, Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import type { Registration } from '../registrations/contract.ts'
import { pageReasons, useMarkReading, useSuggestReading, useTakeReadingBack } from './client.ts'
import { type Reading, readingSuggest } from './contract.ts'
import styles from './ReadingList.module.css'

interface ReadingListProps {
  readonly registration: Registration
  readonly readings: readonly Reading[]
  readonly personId: string
  readonly isOwn: boolean
  readonly canSuggest: boolean
}

export function ReadingList({ registration, readings, personId, isOwn, canSuggest }: ReadingListProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.section} aria-labelledby="page-reading">
      <h2 id="page-reading">
        <Trans>Suggested reading</Trans>
      </h2>
      {readings.length === 0 && (
        <p className={styles.soft}>
          {isOwn ? (
            <Trans>Nothing is suggested to you yet. Ask your assessor or tutor what is worth your time.</Trans>
          ) : (
            <Trans>Nothing is suggested to {registration.candidateName} yet.</Trans>
          )}
        </p>
      )}
      <ul className={styles.list}>
        {readings.map((reading) => (
          <Line key={reading.id} reading={reading} isOwn={isOwn} canTakeBack={canSuggest && reading.suggestedById === personId} />
        ))}
      </ul>
      {canSuggest && (
        <div className={styles.screenOnly}>
          <Button icon={Plus} onPress={() => setOpen(true)}>
            <Trans>Suggest something to read</Trans>
          </Button>
        </div>
      )}
      {isOpen && <SuggestDialog registrationId={registration.id} onClose={() => setOpen(false)} />}
    </section>
  )
}

function Line({ reading, isOwn, canTakeBack }: { readonly reading: Reading; readonly isOwn: boolean; readonly canTakeBack: boolean }) {
  const { t } = useLingui()
  const days = useDays()
  const mark = useMarkReading()
  const takeBack = useTakeReadingBack()
  const { id, title, detail, link, readAt, suggestedByName, suggestedAt } = reading
  return (
    <li className={styles.line}>
      <BookOpen aria-hidden="true" className={styles.icon} />
      <div>
        {link === '' ? (
          <b>{title}</b>
        ) : (
          <a href={link} target="_blank" rel="noreferrer">
            {title}
          </a>
        )}
        {detail !== '' && <p>{detail}</p>}
        <p className={styles.soft}>
          <Trans>
            Suggested by {suggestedByName}, {days.moment(suggestedAt)}
          </Trans>
          {!isOwn && <> · {readAt === null ? <Trans>not read yet</Trans> : <Trans>read {days.moment(readAt)}</Trans>}</>}
        </p>
        {isOwn && (
          <CheckboxField
            name={`read-${id}`}
            label={t`I have read it: ${title}`}
            isChecked={readAt !== null}
            onChange={(isRead) => void mark.send({ readingId: id, isRead })}
          />
        )}
        {canTakeBack && (
          <Button size="small" kind="quiet" aria-label={t`Take back: ${title}`} onPress={() => void takeBack.send({ readingId: id })}>
            <Trans>Take back</Trans>
          </Button>
        )}
      </div>
    </li>
  )
}

function SuggestDialog({ registrationId, onClose }: { readonly registrationId: string; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const suggest = useSuggestReading()
  const words = useRefusalWords(pageReasons)
  const { title, detail, link } = readingSuggest.input.shape
  const form = useForm({
    title: { shape: title, wanted: t`Say what to read` },
    detail: { shape: detail, wanted: t`At most 500 letters` },
    link: { shape: link, wanted: t`Enter an address that begins with https://, or none` },
  })
  const send = form.submit(async (values) => {
    const reply = await suggest({ ...values, id, registrationId })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={<Trans>Suggest something to read</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <Field
            {...form.field('title')}
            label={<Trans>What to read</Trans>}
            hint={<Trans>Author and title, or the name of a page</Trans>}
            maxLength={200}
            width="full"
          />
          <TextAreaField {...form.field('detail')} label={<Trans>Which part, and why</Trans>} isOptional maxLength={500} width="full" />
          <Field {...form.field('link')} label={<Trans>Link</Trans>} isOptional maxLength={500} width="full" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Suggest it</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
