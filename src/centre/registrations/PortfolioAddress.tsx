// The portfolio's address, to be copied and handed to one's school.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import { useAddress } from './client.ts'
import styles from './PortfolioAddress.module.css'

export function PortfolioAddress({ registrationId, onClose }: { readonly registrationId: Id; readonly onClose: () => void }) {
  const { t } = useLingui()
  const asked = useAddress(registrationId)
  const words = useRefusalWords({})
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <Dialog isOpen title={<Trans>Your portfolio’s address</Trans>} onClose={onClose}>
      <div className={styles.content}>
        <p>
          <Trans>
            Paste it in your school’s Evident, where it asks for your portfolio. It names the college and your registration, and nobody’s
            name.
          </Trans>
        </p>
        {asked.state === 'loading' && <Loading />}
        {asked.state === 'failed' && <Notice kind="bad">{words(asked.refusal)}</Notice>}
        {asked.state === 'answered' && (
          <>
            <TextAreaField name="address" label={t`Address`} value={asked.answer.address} readOnly rows={5} width="full" />
            <Button kind="primary" onPress={() => void copy(asked.answer.address)}>
              <Trans>Copy</Trans>
            </Button>
            <p role="status">{isCopied && <Trans>Copied</Trans>}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
