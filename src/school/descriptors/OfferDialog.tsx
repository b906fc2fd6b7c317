// Offering a record as evidence: open, read and mend the sentence, send.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { type OfferedRecords, offerReasons, useOffering, usePortfolios, useSaveLetter } from './client.ts'
import type { Portfolio } from './contract.ts'
import styles from './OfferDialog.module.css'
import { OfferForm } from './OfferForm.tsx'
import { PortfolioForm } from './PortfolioForm.tsx'

interface OfferDialogProps {
  readonly records: OfferedRecords
  /** Leaves of the unit with our short words for them. */
  readonly leafLabels: ReadonlyMap<string, string>
  readonly onClose: () => void
  /** Quicker ways to a portfolio than pasting its address. */
  readonly shortcuts?: ReactNode
}

export function OfferDialog({ records, leafLabels, onClose, shortcuts }: OfferDialogProps) {
  const portfolios = usePortfolios()
  const words = useRefusalWords(offerReasons)
  if (portfolios.state === 'answered' && portfolios.answer.length > 0)
    return <Offering records={records} portfolios={portfolios.answer} leafLabels={leafLabels} onClose={onClose} />
  return (
    <Dialog isOpen title={<Trans>Offer as evidence</Trans>} onClose={onClose}>
      {portfolios.state === 'loading' && <Loading />}
      {portfolios.state === 'failed' && <Notice kind="bad">{words(portfolios.refusal)}</Notice>}
      {portfolios.state === 'answered' && (
        <div className={styles.content}>
          <p>
            <Trans>Where is your portfolio?</Trans>
          </p>
          {shortcuts}
          <PortfolioForm />
        </div>
      )}
    </Dialog>
  )
}

interface OfferingProps {
  readonly records: OfferedRecords
  readonly portfolios: readonly Portfolio[]
  readonly leafLabels: ReadonlyMap<string, string>
  readonly onClose: () => void
}

function Offering({ records, portfolios, leafLabels, onClose }: OfferingProps) {
  const offering = useOffering(records, portfolios)
  const { id, asked, draft, offer, portfolio, refusal } = offering
  const words = useRefusalWords(offerReasons)
  const stop = useWorryStop([offer?.sentence ?? ''], () => offering.change({ sentence: '' }))
  if (offering.isSent && portfolio !== undefined) return <Sent letterId={id} portfolio={portfolio} onClose={onClose} />
  const actions = (
    <>
      {offer !== undefined && (
        <Button
          kind="primary"
          isDisabled={!offering.isReady}
          isPending={offering.isSending}
          onPress={() => stop.before(() => void offering.send())}
        >
          <Trans>Send to {portfolio?.centreName}</Trans>
        </Button>
      )}
      <Button onPress={onClose}>
        <Trans>Not now</Trans>
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={<Trans>Offer as evidence</Trans>} onClose={onClose} actions={actions}>
      <div className={styles.content}>
        {portfolios.length > 1 && <WhichPortfolio portfolios={portfolios} chosen={offering.registrationId} onChoose={offering.choose} />}
        {asked.state === 'loading' && <Loading />}
        {asked.state === 'failed' && <Notice kind="bad">{words(asked.refusal)}</Notice>}
        {offer !== undefined && draft !== undefined && (
          <OfferForm draft={draft} offer={offer} onChange={offering.change} found={offering.found} leafLabels={leafLabels} />
        )}
        {refusal !== undefined && (
          <Notice kind="bad" isLive>
            {words(refusal)}
          </Notice>
        )}
        {offer !== undefined && <div>{stop.button}</div>}
      </div>
      {stop.dialogs}
    </Dialog>
  )
}

interface WhichPortfolioProps {
  readonly portfolios: readonly Portfolio[]
  readonly chosen: Id | undefined
  readonly onChoose: (registrationId: Id) => void
}

function WhichPortfolio({ portfolios, chosen, onChoose }: WhichPortfolioProps) {
  const { t } = useLingui()
  return (
    <SelectField
      name="offer-portfolio"
      label={<Trans>To which portfolio?</Trans>}
      options={portfolios.map(({ addressee, unit, centreName }) => ({
        id: addressee.registrationId,
        label: t`Unit ${unit.number}, ${centreName}`,
      }))}
      value={chosen ?? ''}
      onChange={onChoose}
    />
  )
}

function Sent({ letterId, portfolio, onClose }: { readonly letterId: Id; readonly portfolio: Portfolio; readonly onClose: () => void }) {
  const { save, refusal } = useSaveLetter()
  const words = useRefusalWords({})
  const isFile = portfolio.delivery === 'file'
  const actions = (
    <>
      {isFile && (
        <Button kind="primary" onPress={() => void save(letterId)}>
          <Trans>Save the letter file</Trans>
        </Button>
      )}
      <Button kind={isFile ? 'plain' : 'primary'} onPress={onClose} autoFocus>
        <Trans>Done</Trans>
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={<Trans>Offer as evidence</Trans>} onClose={onClose} actions={actions}>
      <Notice kind="ok" isLive title={<Trans>Sent to your portfolio at {portfolio.centreName}</Trans>}>
        {isFile ? (
          <Trans>The college is on another installation: save the letter as a file and take it in there.</Trans>
        ) : (
          <Trans>It arrives there in a few seconds. Your school keeps what it rests on.</Trans>
        )}
      </Notice>
      {refusal !== undefined && <Notice kind="bad">{words(refusal)}</Notice>}
    </Dialog>
  )
}
