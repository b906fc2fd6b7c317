// A handover that was sent: to read, to print, whom else it goes to, and what came back.
import { Trans, useLingui } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { PrintSheet } from '../../web/ui/PrintSheet.tsx'
import { type ShownHandover, share } from './client.ts'
import { SharedWith } from './contract.ts'
import { Decisions } from './Decisions.tsx'
import { HandoverSheet } from './HandoverSheet.tsx'
import { sharedWords } from './HandoverWords.tsx'
import styles from './SentHandover.module.css'

interface SentHandoverProps {
  readonly handover: ShownHandover
  /** Whether the reader may let others read it. */
  readonly canShare: boolean
  readonly sessionHref: (sessionId: Id) => string
}

/** For who sent it, and whoever else looks back. */
export function SentHandover({ handover, canShare, sessionHref }: SentHandoverProps) {
  return (
    <div className={styles.sent}>
      <HandoverSheet handover={handover} />
      <section className={styles.answer}>
        <h3>
          <Trans>The teacher’s decision</Trans>
        </h3>
        <Decisions handover={handover} sessionHref={sessionHref} />
      </section>
      <HandoverActs handover={handover} canShare={canShare} />
    </div>
  )
}

/** Print it, and let others read it. */
export function HandoverActs({ handover, canShare }: Pick<SentHandoverProps, 'handover' | 'canShare'>) {
  const { t } = useLingui()
  const [isPrinting, setIsPrinting] = useState(false)
  const printed = useCallback(() => setIsPrinting(false), [])
  const others = SharedWith.options.filter((one) => !handover.sharedWith.includes(one))
  return (
    <>
      {handover.sharedWith.length > 0 && (
        <p className={styles.shared}>
          <Trans>Goes to the {handover.sharedWith.map((one) => t(sharedWords[one])).join(', ')} as well</Trans>
        </p>
      )}
      <Row>
        <Button size="small" icon={Printer} onPress={() => setIsPrinting(true)}>
          <Trans>Print on A6</Trans>
        </Button>
        {canShare &&
          !handover.isWaiting &&
          others.map((one) => (
            <Button key={one} size="small" kind="quiet" onPress={() => void share(handover.id, one)}>
              {one === 'senco' ? <Trans>Let the SENCO read it</Trans> : <Trans>Let the subject lead read it</Trans>}
            </Button>
          ))}
      </Row>
      {isPrinting && (
        <PrintSheet onPrinted={printed}>
          <HandoverSheet handover={handover} />
        </PrintSheet>
      )}
    </>
  )
}
