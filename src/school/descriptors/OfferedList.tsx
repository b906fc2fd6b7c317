// What one has offered: the sentence, where it went, whether it arrived, and its file where it must be carried.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { MomentList } from '../../web/ui/MomentList.tsx'
import { EmptyState, Loading, Notice } from '../../web/ui/Notice.tsx'
import { useOffered, useSaveLetter } from './client.ts'
import type { OfferedDescriptor } from './contract.ts'
import styles from './OfferedList.module.css'

export function OfferedList() {
  const { t } = useLingui()
  const asked = useOffered()
  const words = useRefusalWords({})
  const days = useDays()
  const { save, refusal } = useSaveLetter()
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  if (asked.answer.length === 0)
    return (
      <EmptyState title={<Trans>Nothing offered yet</Trans>}>
        <Trans>Open one of your observations or a session and choose “Offer as evidence”.</Trans>
      </EmptyState>
    )
  return (
    <div className={styles.list}>
      {refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(refusal)}
        </Notice>
      )}
      <MomentList
        label={t`Offered as evidence`}
        moments={asked.answer.map((one) => ({
          id: one.letterId,
          seen: one.sentence,
          when: days.moment(one.writtenAt),
          by: `${one.centreName}, ${one.leaves.join(', ')}`,
          state: <State offered={one} />,
          actions: fileActs(one, save),
        }))}
      />
    </div>
  )
}

function State({ offered: { delivery, deliveredAt, retractedAt } }: { readonly offered: OfferedDescriptor }) {
  if (retractedAt !== null) return <Trans>Record erased, taken back</Trans>
  if (delivery === 'file') return <Trans>To be carried as a file</Trans>
  return deliveredAt === null ? <Trans>On its way</Trans> : <Trans>Arrived</Trans>
}

function fileActs({ delivery, letterId, retractionId }: OfferedDescriptor, save: (letterId: Id) => Promise<void>): ReactNode {
  if (delivery !== 'file') return undefined
  return (
    <>
      <Button kind="quiet" size="small" onPress={() => void save(letterId)}>
        <Trans>Save the letter file</Trans>
      </Button>
      {retractionId !== null && (
        <Button kind="quiet" size="small" onPress={() => void save(retractionId)}>
          <Trans>Save the file that takes it back</Trans>
        </Button>
      )}
    </>
  )
}
