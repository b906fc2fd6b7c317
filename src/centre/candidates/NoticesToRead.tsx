// On a candidate's home: notices that she has not read yet, word for word, each to be acknowledged.
import { Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice as Said } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { candidateReasons, noticeWords, useAcknowledge, useNotices } from './client.ts'
import type { ReadNotice } from './contract.ts'
import styles from './NoticesToRead.module.css'

export function NoticesToRead() {
  const asked = useNotices()
  if (asked.state !== 'answered') return null
  const waiting = asked.answer.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  return waiting.map((notice) => <OneNotice key={notice.id} notice={notice} />)
}

function OneNotice({ notice: { id, kind, words, publishedAt } }: { readonly notice: ReadNotice }) {
  const { t } = useLingui()
  const days = useDays()
  const { send, isSending, refusal } = useAcknowledge()
  const refusalWords = useRefusalWords(candidateReasons)
  return (
    <Card title={t(noticeWords[kind])}>
      <p className={styles.text}>{words}</p>
      <p className={styles.soft}>
        <Trans>Published {days.moment(publishedAt)}</Trans>
      </p>
      <Button isPending={isSending} onPress={() => void send({ noticeId: id })}>
        <Trans>I have read this</Trans>
      </Button>
      {refusal !== undefined && (
        <Said kind="bad" isLive>
          {refusalWords(refusal)}
        </Said>
      )}
    </Card>
  )
}
