// What could go into a learner's log: each kept by a tap, said in other words, or left; what is left does not come back.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { AchievementForm } from './AchievementForm.tsx'
import type { LogActs } from './client.ts'
import type { AchievementOffer, OfferSource } from './contract.ts'
import styles from './Offers.module.css'
import { offerKey } from './rules.ts'

interface OffersProps {
  readonly offers: readonly AchievementOffer[]
  readonly learnerName: string
  readonly acts: Pick<LogActs, 'keep' | 'decline'>
}

export function Offers({ offers, learnerName, acts }: OffersProps) {
  const { t } = useLingui()
  return (
    <ul className={styles.offers} aria-label={t`Could go into the log`}>
      {offers.map((offer) => (
        <li key={offerKey(offer)} className={styles.offer}>
          <Offer offer={offer} learnerName={learnerName} acts={acts} />
        </li>
      ))}
    </ul>
  )
}

function Offer({ offer, learnerName, acts }: Omit<OffersProps, 'offers'> & { readonly offer: AchievementOffer }) {
  const { t } = useLingui()
  const days = useDays()
  const origins = useOrigins(learnerName)
  const [isWriting, setIsWriting] = useState(false)
  const { source, sourceId, words, voice, on } = offer
  if (isWriting) {
    const keep = (entry: Parameters<LogActs['keep']>[0]) => acts.keep(entry)
    return <AchievementForm offer={offer} learnerName={learnerName} onKeep={keep} onCancel={() => setIsWriting(false)} />
  }
  return (
    <>
      <p className={styles.words}>{voice === 'child' ? `“${words}”` : words}</p>
      <p className={styles.origin}>
        {origins[source]}, {days.day(on)}
      </p>
      <div className={styles.acts}>
        <Button
          size="small"
          aria-label={t`Keep: ${words}`}
          onPress={() => void acts.keep({ words, voice, achievedOn: on, offer: { source, sourceId } })}
        >
          <Trans>Keep</Trans>
        </Button>
        <Button size="small" kind="quiet" aria-label={t`In other words: ${words}`} onPress={() => setIsWriting(true)}>
          <Trans>In other words</Trans>
        </Button>
        <Button size="small" kind="quiet" aria-label={t`Leave it: ${words}`} onPress={() => void acts.decline(offer)}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </>
  )
}

function useOrigins(learnerName: string): Readonly<Record<OfferSource, string>> {
  const { t } = useLingui()
  return { met: t`Marked as met`, improvement: t`What changed in the second try`, quote: t`${learnerName} said` }
}
