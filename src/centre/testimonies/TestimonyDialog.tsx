// One act on a request in a dialog: a confirmation, a fresh link, taking it back.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { linkFor } from '../../web/visiting.ts'
import { newWitnessLink } from '../witnesses/client.ts'
import { Reason } from '../witnesses/contract.ts'
import { LinkWithCode } from '../witnesses/LinkWithCode.tsx'
import { howWords, testimonyReasons, useTestimonyActs } from './client.ts'
import { ConfirmationHow, type TestimonyRequest, Words } from './contract.ts'

export type TestimonyAct = 'confirm' | 'link' | 'cancel'

interface TestimonyDialogProps {
  readonly act: TestimonyAct
  readonly request: TestimonyRequest
  readonly onClose: () => void
}

export function TestimonyDialog({ act, request, onClose }: TestimonyDialogProps) {
  const { witnessName } = request
  const titles = {
    confirm: <Trans>{witnessName} confirmed the statement</Trans>,
    link: <Trans>A new link for {witnessName}</Trans>,
    cancel: <Trans>Take the request to {witnessName} back</Trans>,
  }
  return (
    <Dialog isOpen title={titles[act]} onClose={onClose}>
      {act === 'confirm' && <ConfirmForm request={request} onDone={onClose} />}
      {act === 'link' && <NewLink request={request} />}
      {act === 'cancel' && <CancelForm request={request} onDone={onClose} />}
    </Dialog>
  )
}

interface PartProps {
  readonly request: TestimonyRequest
  readonly onDone: () => void
}

function ConfirmForm({ request: { id: requestId }, onDone }: PartProps) {
  const { t } = useLingui()
  const { today } = useDays()
  const [id] = useState(newId)
  const { confirm } = useTestimonyActs()
  const words = useRefusalWords(testimonyReasons)
  const form = useForm({
    how: { shape: ConfirmationHow, wanted: t`Choose how`, initial: 'telephone' },
    confirmedOn: { shape: Day, wanted: t`Enter the day`, initial: today },
    words: { shape: Words, wanted: t`At most 400 characters` },
  })
  const send = form.submit(async (values) => {
    const reply = await confirm({ id, requestId, ...values })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onDone()
    return undefined
  })
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <SelectField
          {...form.field('how')}
          label={<Trans>How</Trans>}
          options={ConfirmationHow.options.map((how) => ({ id: how, label: t(howWords[how]) }))}
        />
        <Field {...form.field('confirmedOn')} type="date" width="short" label={<Trans>Day</Trans>} />
        <TextAreaField {...form.field('words')} isOptional label={<Trans>What was said</Trans>} maxLength={400} />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          <Trans>Record the confirmation</Trans>
        </Button>
      </Stack>
    </form>
  )
}

function NewLink({ request: { id: requestId, witnessName, testimony } }: { readonly request: TestimonyRequest }) {
  const { organisationId } = useMember()
  const { renewLink } = useTestimonyActs()
  const words = useRefusalWords(testimonyReasons)
  const [made, setMade] = useState<{ readonly link: string; readonly code: string; readonly expiresAt: string }>()
  const [problem, setProblem] = useState<string>()
  const make = async () => {
    const { linkId, token, code, tokenHash, codeHash } = await newWitnessLink()
    const reply = await renewLink({ requestId, linkId, tokenHash, codeHash })
    if ('refusal' in reply) return setProblem(words(reply.refusal))
    setMade({ link: linkFor(location.origin, 'testimony', { organisationId, token }), code, expiresAt: reply.output.expiresAt })
  }
  if (made !== undefined) return <LinkWithCode {...made} forWhom={witnessName} />
  return (
    <Stack>
      <p>
        {testimony === null ? (
          <Trans>Earlier links of this request are shut.</Trans>
        ) : (
          <Trans>With it {witnessName} can read what was signed, and take it back with a reason. Not a word can be changed.</Trans>
        )}
      </p>
      <ErrorSummary problems={problem === undefined ? [] : [{ message: problem }]} attempt={problem === undefined ? 0 : 1} />
      <Button kind="primary" onPress={() => void make()}>
        <Trans>Make the link and the code</Trans>
      </Button>
    </Stack>
  )
}

function CancelForm({ request: { id: requestId }, onDone }: PartProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const { cancel } = useTestimonyActs()
  const words = useRefusalWords(testimonyReasons)
  const form = useForm({ reason: { shape: Reason, wanted: t`Say why` } })
  const send = form.submit(async ({ reason }) => {
    const reply = await cancel({ id, requestId, reason })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onDone()
    return undefined
  })
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <Field {...form.field('reason')} label={<Trans>Why</Trans>} maxLength={400} />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          <Trans>Take it back</Trans>
        </Button>
      </Stack>
    </form>
  )
}
