// Pasting the address of one's portfolio, once.
import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { offerReasons, useRememberPortfolio } from './client.ts'
import styles from './PortfolioForm.module.css'

export function PortfolioForm() {
  const { send, isSending, refusal } = useRememberPortfolio()
  const words = useRefusalWords(offerReasons)
  const [address, setAddress] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (address.trim() !== '') void send(address)
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <TextAreaField
        name="portfolio-address"
        label={<Trans>Your portfolio’s address</Trans>}
        hint={<Trans>Copy the whole text from your unit’s page at the college. It begins with “evident-portfolio”.</Trans>}
        error={refusal === undefined ? undefined : words(refusal)}
        value={address}
        onChange={setAddress}
        maxLength={3000}
        width="full"
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" isPending={isSending}>
        <Trans>Keep this portfolio</Trans>
      </Button>
    </form>
  )
}
