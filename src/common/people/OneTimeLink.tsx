// A one-time link, shown once, to be copied and given to the person it is for.
import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'

interface OneTimeLinkProps {
  readonly link: string
  readonly forWhom: string
  readonly expiresAt: string
}

export function OneTimeLink({ link, forWhom, expiresAt }: OneTimeLinkProps) {
  const { t } = useLingui()
  const days = useDays()
  const until = days.moment(expiresAt)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Stack>
      <Notice kind="ok" isLive title={t`The link for ${forWhom} is ready`}>
        <Trans>Give it to them yourself. It works once, until {until}, and is not shown again.</Trans>
      </Notice>
      <Field
        name="one-time-link"
        label={<Trans>One-time link</Trans>}
        value={link}
        readOnly
        autoFocus
        width="full"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={Copy} onPress={() => void copy()}>
        {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the link</Trans>}
      </Button>
    </Stack>
  )
}
