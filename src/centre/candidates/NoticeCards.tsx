// For the centre administrator: what candidates are told about appeals and their data, and publishing a new text.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { candidateReasons, noticeWords, useNotices, usePublishNotice } from './client.ts'
import { NoticeKind, noticePublish, type ReadNotice } from './contract.ts'
import styles from './NoticeCards.module.css'

export function NoticeCards() {
  const { t } = useLingui()
  const days = useDays()
  const [open, setOpen] = useState<NoticeKind>()
  return (
    <AskedView asked={useNotices()}>
      {(notices) => (
        <>
          {NoticeKind.options.map((kind) => {
            const notice = notices.find((one) => one.kind === kind)
            return (
              <section key={kind} className={styles.notice}>
                <h3>{t(noticeWords[kind])}</h3>
                {notice === undefined ? (
                  <p className={styles.soft}>
                    <Trans>Not published yet. Candidates are asked to read it once it is.</Trans>
                  </p>
                ) : (
                  <>
                    <p className={styles.text}>{notice.words}</p>
                    <p className={styles.soft}>
                      <Trans>Published {days.moment(notice.publishedAt)}</Trans>
                    </p>
                  </>
                )}
                <Row>
                  <Button size="small" onPress={() => setOpen(kind)}>
                    {notice === undefined ? <Trans>Write it</Trans> : <Trans>Publish a new text</Trans>}
                  </Button>
                </Row>
                {open === kind && <NoticeForm kind={kind} notice={notice} onClose={() => setOpen(undefined)} />}
              </section>
            )
          })}
        </>
      )}
    </AskedView>
  )
}

interface NoticeFormProps {
  readonly kind: NoticeKind
  readonly notice: ReadNotice | undefined
  readonly onClose: () => void
}

function NoticeForm({ kind, notice, onClose }: NoticeFormProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const publish = usePublishNotice()
  const refusalWords = useRefusalWords(candidateReasons)
  const form = useForm({
    words: { shape: noticePublish.input.shape.words, wanted: t`Write what candidates are told`, initial: notice?.words ?? '' },
  })
  const send = form.submit(async (values) => {
    const reply = await publish({ ...values, id, kind })
    if ('refusal' in reply) return problemsOf(reply.refusal, refusalWords)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen title={t(noticeWords[kind])} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <TextAreaField
            {...form.field('words')}
            label={<Trans>What candidates are told</Trans>}
            hint={<Trans>Everybody who read the text before is asked to read the new one.</Trans>}
            rows={10}
            maxLength={6000}
            width="full"
          />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Publish</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
