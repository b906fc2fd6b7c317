// Where a witness's first link leads: the code, their entry in the register, and the signature under it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { CodeForm } from '../../../centre/witnesses/CodeForm.tsx'
import { witnessReasons } from '../../../centre/witnesses/client.ts'
import { witnessOpenLink, witnessSign } from '../../../centre/witnesses/contract.ts'
import { type SignedEntry, WitnessEntryForm } from '../../../centre/witnesses/WitnessEntryForm.tsx'
import type { Parsed } from '../../../core/contract.ts'
import { newId } from '../../../core/ids.ts'
import { sendNow } from '../../api.ts'
import { useDays } from '../../days.ts'
import { problemsOf } from '../../form.ts'
import { useRefusalWords } from '../../messages.ts'
import { Notice } from '../../ui/Notice.tsx'
import { type LinkSecret, secretOf } from '../../visiting.ts'
import { Sheet } from '../welcome/Sheet.tsx'
import { LinkCutShort, useWrongCode } from './WitnessLinkParts.tsx'

export function WitnessEntryPage() {
  const secret = secretOf(useLocation({ select: ({ hash }) => hash }))
  return (
    <Sheet title={<Trans>Being a witness</Trans>}>
      {secret === undefined ? <LinkCutShort /> : <Entry key={secret.token} secret={secret} />}
    </Sheet>
  )
}

type Opened = Extract<Parsed<typeof witnessOpenLink.output>, { state: 'open' }>

function Entry({ secret: { organisationId, token } }: { readonly secret: LinkSecret }) {
  const { t } = useLingui()
  const days = useDays()
  const words = useRefusalWords(witnessReasons)
  const wrongCode = useWrongCode()
  const [opened, setOpened] = useState<Opened & { code: string }>()
  const [signedAt, setSignedAt] = useState<string>()
  const open = async (code: string) => {
    const reply = await sendNow({ organisationId }, witnessOpenLink, newId(), { token, code })
    if ('refusal' in reply) return problemsOf({ ...reply.refusal, field: 'code' }, words)
    if (reply.output.state === 'wrong_code') return wrongCode(reply.output.triesLeft)
    setOpened({ ...reply.output, code })
    return undefined
  }
  const sign = async (entry: SignedEntry, inWords: typeof words) => {
    const reply = await sendNow({ organisationId }, witnessSign, entry.id, { ...entry, token, code: opened?.code ?? '' })
    if ('refusal' in reply) return problemsOf(reply.refusal, inWords)
    if (reply.output.state === 'wrong_code') return wrongCode(reply.output.triesLeft)
    setSignedAt(reply.output.signedAt)
    return undefined
  }
  if (signedAt !== undefined)
    return (
      <Notice kind="ok" isLive title={t`Signed, ${days.moment(signedAt)}`}>
        <Trans>Thank you. You can close this page. When your statement is wanted, the college sends you another link.</Trans>
      </Notice>
    )
  if (opened === undefined) return <CodeForm onOpen={open} />
  return (
    <>
      <p>{opened.centreName}</p>
      <WitnessEntryForm entry={opened} onSign={sign} />
    </>
  )
}
