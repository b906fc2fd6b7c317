// The register of what left: the sentence, to whom, what it rests on, when it arrived, when it was taken back.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { MarginNote } from '../../web/ui/MomentList.tsx'
import { EmptyState, Loading, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { deliveryReasons, useRegister } from './client.ts'
import type { SentLetter } from './contract.ts'
import styles from './LetterRegister.module.css'

export function LetterRegister() {
  const asked = useRegister()
  const words = useRefusalWords({})
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') return <Notice kind="bad">{words(asked.refusal)}</Notice>
  const letters = asked.answer
  return (
    <Card title={<Trans>What left</Trans>}>
      {letters.length === 0 ? (
        <EmptyState title={<Trans>Nothing has left this school</Trans>} />
      ) : (
        <ol className={styles.letters}>
          {letters.map((letter) => (
            <li key={letter.id} className={styles.letter}>
              <Letter letter={letter} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function Letter({ letter }: { readonly letter: SentLetter }) {
  const days = useDays()
  const leaves = letter.leaves.join(', ')
  return (
    <>
      <p className={styles.head}>
        <b>{days.moment(letter.writtenAt)}</b>{' '}
        <Trans>
          {letter.writtenByName} to {letter.centreName}, unit {letter.unitNumber}: {leaves}
        </Trans>
      </p>
      <MarginNote>
        <p>{letter.sentence}</p>
      </MarginNote>
      <p className={styles.facts}>
        <RestsOn letter={letter} /> <Delivery letter={letter} />
      </p>
      {letter.retractedAt !== null && (
        <p className={styles.mark}>
          <Trans>Taken back {days.moment(letter.retractedAt)}: the record was erased.</Trans>
        </p>
      )}
    </>
  )
}

function RestsOn({ letter: { restsOn } }: { readonly letter: SentLetter }) {
  if (restsOn.length === 0) return <Trans>Its records are no longer here.</Trans>
  if (restsOn[0]?.recordType === 'session')
    return (
      <>
        <Trans>Rests on</Trans> <Plural value={restsOn.length} one="# session." other="# sessions." />
      </>
    )
  return (
    <>
      <Trans>Rests on</Trans> <Plural value={restsOn.length} one="# observation." other="# observations." />
    </>
  )
}

function Delivery({ letter }: { readonly letter: SentLetter }) {
  const { t } = useLingui()
  const days = useDays()
  const words = useRefusalWords(deliveryReasons)
  if (letter.fault !== null) return t`Not delivered: ${words({ code: 'refused', reason: letter.fault })}`
  if (letter.delivery === 'file') return t`Carried as a signed file.`
  return letter.deliveredAt === null ? t`On its way.` : t`Delivered ${days.moment(letter.deliveredAt)}.`
}
