// What changed since a unit was signed, in words, with the two ways on: put it back, or sign again.
import { Trans } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './ChangedCard.module.css'
import { signOffReasons, useDifferenceWords, usePuttingBack, useSaidWords } from './client.ts'
import type { Difference, SignOff } from './contract.ts'

interface ChangedCardProps {
  readonly signOff: SignOff
  /** Items that the one who looks may put back. */
  readonly ownItems: ReadonlyMap<Id, { readonly isOwnWork: boolean }>
}

export function ChangedCard({ signOff: { differences, changedItems, registration, met, leaves }, ownItems }: ChangedCardProps) {
  // A fingerprint follows from what changed and tells nobody anything.
  const told = differences.filter(({ path }) => path.at(-1) !== 'contentHash')
  if (differences.length === 0) return null
  return (
    <Card title={<Trans>Changed since it was signed</Trans>}>
      <div className={styles.changed}>
        <Notice kind="warn">
          {met < leaves ? (
            <Trans>
              The signatures stand for what the unit held before. Put it back, and they stand again. Or the assessor decides again on what
              changed, and then everybody signs what the unit holds now.
            </Trans>
          ) : (
            <Trans>The signatures stand for what the unit held before. Put it back, and they stand again; or sign what it holds now.</Trans>
          )}
        </Notice>
        <ul className={styles.list}>
          {told.map((difference) => (
            <li key={difference.path.join('/')}>
              <One difference={difference} />
            </li>
          ))}
        </ul>
        {changedItems
          .filter(({ evidenceId }) => ownItems.has(evidenceId))
          .map(({ evidenceId, reference, signedVersion }) => (
            <PutBack
              key={evidenceId}
              registrationId={registration.id}
              evidenceId={evidenceId}
              reference={reference}
              version={signedVersion}
              isOwnWork={ownItems.get(evidenceId)?.isOwnWork === true}
            />
          ))}
      </div>
    </Card>
  )
}

function One({ difference }: { readonly difference: Difference }) {
  const where = useDifferenceWords()(difference)
  const said = useSaidWords()
  const { before, after } = difference
  return (
    <>
      <p className={styles.where}>{where}</p>
      {before !== null && (
        <p>
          <Trans>Signed:</Trans> <del>{said(before)}</del>
        </p>
      )}
      {after === null ? (
        <p>
          <Trans>Now: nothing</Trans>
        </p>
      ) : (
        <p>
          <Trans>Now:</Trans> <ins>{said(after)}</ins>
        </p>
      )}
    </>
  )
}

interface PutBackProps {
  readonly registrationId: Id
  readonly evidenceId: Id
  readonly reference: string
  readonly version: number
  readonly isOwnWork: boolean
}

function PutBack({ registrationId, evidenceId, reference, version, isOwnWork }: PutBackProps) {
  const words = useRefusalWords(signOffReasons)
  const back = usePuttingBack(registrationId, { evidenceId, version, isOwnWork })
  if (back === undefined) return null
  return (
    <>
      {back.refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(back.refusal)}
        </Notice>
      )}
      <div>
        <Button isPending={back.isSending} onPress={() => void back.putBack()}>
          <Trans>Put {reference} back as it was signed</Trans>
        </Button>
      </div>
    </>
  )
}
