// A witness's link and its code, shown once and apart, because they go two different ways.
import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import styles from './LinkWithCode.module.css'

interface LinkWithCodeProps {
  readonly link: string
  readonly code: string
  readonly forWhom: string
  readonly expiresAt: string
}

export function LinkWithCode({ link, code, forWhom, expiresAt }: LinkWithCodeProps) {
  const { t } = useLingui()
  const until = useDays().moment(expiresAt)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Stack>
      <Notice kind="ok" isLive title={t`Link and code for ${forWhom} are ready`}>
        <Trans>Neither is shown again. The link ends {until}; after five wrong codes it is shut.</Trans>
      </Notice>
      <Field
        name="witness-link"
        label={<Trans>1. Send the link to the contact that you checked</Trans>}
        value={link}
        readOnly
        width="full"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={Copy} onPress={() => void copy()}>
        {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}
      </Button>
      <p>
        <Trans>2. Tell the code by telephone, or in another message:</Trans>
      </p>
      <p className={styles.code}>
        <output aria-label={t`Code`}>{`${code.slice(0, 3)} ${code.slice(3)}`}</output>
      </p>
    </Stack>
  )
}
