// Where a witness's link for a statement leads: the code, what is asked, the signature; afterwards what was signed.
import { Trans } from '@lingui/react/macro'
import { useLocation } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import * as z from 'zod/mini'
import { testimonyReasons } from '../../../centre/testimonies/client.ts'
import { testimonyOpen, testimonySign, testimonyWithdraw } from '../../../centre/testimonies/contract.ts'
import { SignedView } from '../../../centre/testimonies/SignedView.tsx'
import { type DraftTexts, type SignedStatement, StatementForm } from '../../../centre/testimonies/StatementForm.tsx'
import { CodeForm } from '../../../centre/witnesses/CodeForm.tsx'
import type { Parsed } from '../../../core/contract.ts'
import { newId } from '../../../core/ids.ts'
import { sendNow } from '../../api.ts'
import { problemsOf } from '../../form.ts'
import { findLinkDraft, forgetLinkDraft, keepLinkDraft } from '../../link-draft.ts'
import { useRefusalWords } from '../../messages.ts'
import { WordsWatched } from '../../ui/watched-words.ts'
import { type LinkSecret, secretOf } from '../../visiting.ts'
import { Sheet } from '../welcome/Sheet.tsx'
import { NameGuess } from './NameGuard.tsx'
import { LinkCutShort, useWrongCode } from './WitnessLinkParts.tsx'

export function TestimonyPage() {
  const secret = secretOf(useLocation({ select: ({ hash }) => hash }))
  return (
    <Sheet title={<Trans>A witness’s statement</Trans>}>
      {secret === undefined ? <LinkCutShort /> : <Statement key={secret.token} secret={secret} />}
    </Sheet>
  )
}

type Opened = Extract<Parsed<typeof testimonyOpen.output>, { state: 'open' }> & { readonly code: string; readonly draft: DraftTexts }

const DraftShape = z.record(z.string(), z.string())

function Statement({ secret }: { readonly secret: LinkSecret }) {
  const { organisationId, token } = secret
  const words = useRefusalWords(testimonyReasons)
  const wrongCode = useWrongCode()
  const [opened, setOpened] = useState<Opened>()
  const keep = useCallback((texts: DraftTexts) => void keepLinkDraft(token, texts), [token])
  const open = async (code: string) => {
    const reply = await sendNow({ organisationId }, testimonyOpen, newId(), { token, code })
    if ('refusal' in reply) return problemsOf({ ...reply.refusal, field: 'code' }, words)
    if (reply.output.state === 'wrong_code') return wrongCode(reply.output.triesLeft)
    const draft = z.safeParse(DraftShape, await findLinkDraft(token))
    setOpened({ ...reply.output, code, draft: draft.success ? draft.data : {} })
    return undefined
  }
  const watch = useCallback(
    (text: string, isProse: boolean) => isProse && <NameGuess text={text} fine={[opened?.candidateName ?? '', opened?.centreName ?? '']} />,
    [opened],
  )
  if (opened === undefined) return <CodeForm onOpen={open} />
  const { code, centreName, signed } = opened
  const sign = async (statement: SignedStatement, inWords: typeof words) => {
    const reply = await sendNow({ organisationId }, testimonySign, statement.id, { ...statement, token, code })
    if ('refusal' in reply) return problemsOf(reply.refusal, inWords)
    if (reply.output.state === 'wrong_code') return wrongCode(reply.output.triesLeft)
    forgetLinkDraft()
    return open(code)
  }
  const withdraw = async (reason: string) => {
    const reply = await sendNow({ organisationId }, testimonyWithdraw, newId(), { id: newId(), reason, token, code })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    if (reply.output.state === 'wrong_code') return wrongCode(reply.output.triesLeft)
    return open(code)
  }
  return (
    <>
      <p>{centreName}</p>
      {signed === null ? (
        <WordsWatched value={watch}>
          <StatementForm asked={opened} draft={opened.draft} onDraft={keep} onSign={sign} />
        </WordsWatched>
      ) : (
        <SignedView signed={signed} onWithdraw={withdraw} />
      )}
    </>
  )
}
