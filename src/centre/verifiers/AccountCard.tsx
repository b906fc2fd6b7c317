// A verifier's account: for which units, until when, what was read; it can be ended at once.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import styles from './AccountCard.module.css'
import { readLines, useEndAccount, useReads, verifierReasons } from './client.ts'
import type { EqaAccount } from './contract.ts'
import { isAccountOpen } from './rules.ts'

export function AccountCard({ account }: { readonly account: EqaAccount }) {
  const days = useDays()
  const end = useEndAccount()
  const words = useRefusalWords(verifierReasons)
  const [isShown, setIsShown] = useState(false)
  const isOpen = isAccountOpen(account, new Date())
  const units = account.units.map(({ candidateName, unitNumber }) => `${candidateName}, ${unitNumber}`).join('; ')
  return (
    <Card title={account.name}>
      <p>
        {isOpen ? (
          <Trans>Open until {days.moment(account.endsAt)}</Trans>
        ) : (
          <Trans>Ended {days.moment(account.endedAt ?? account.endsAt)}</Trans>
        )}
      </p>
      <p>{units}</p>
      <p className={styles.soft}>
        <Trans>
          Opened by {account.openedByName}, {days.moment(account.openedAt)}
        </Trans>
      </p>
      <div className={styles.acts}>
        <Row>
          <Button size="small" aria-expanded={isShown} onPress={() => setIsShown(!isShown)}>
            <Trans>What was read</Trans>
          </Button>
          {isOpen && (
            <Button size="small" kind="quiet" isPending={end.isSending} onPress={() => void end.send({ accountId: account.id })}>
              <Trans>End it now</Trans>
            </Button>
          )}
        </Row>
      </div>
      {end.refusal !== undefined && (
        <Notice kind="bad" isLive>
          {words(end.refusal)}
        </Notice>
      )}
      {isShown && <Reads account={account} />}
    </Card>
  )
}

function Reads({ account }: { readonly account: EqaAccount }) {
  const { t } = useLingui()
  const days = useDays()
  return (
    <AskedView asked={useReads(account.id)}>
      {(reads) =>
        reads.length === 0 ? (
          <p>
            <Trans>Nothing was read yet.</Trans>
          </p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section className={styles.scroll} tabIndex={0} aria-label={t`What was read`}>
            <ul className={styles.reads}>
              {readLines(reads).map(({ at, unit, seen }) => (
                <li key={`${at} ${unit ?? ''}`}>
                  {days.moment(at)} {unit !== null && <b>{unit}</b>}{' '}
                  <span className={styles.soft}>{seen.map((one) => (typeof one === 'string' ? one : t(one))).join(', ')}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </AskedView>
  )
}
