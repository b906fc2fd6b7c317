// Making the sample: the set-up code, then some seconds.
import { Trans, useLingui } from '@lingui/react/macro'
import { SetupCode } from '../../../common/organisations/contract.ts'
import { peopleReasons } from '../../../common/people/client.ts'
import { problemsOf, useForm } from '../../form.ts'
import { learnInstallation } from '../../installation.ts'
import { useRefusalWords } from '../../messages.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { startSample } from '../../visiting.ts'
import { CodeField } from './SecretFields.tsx'

export function SampleForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useLingui()
  const words = useRefusalWords(peopleReasons)
  const form = useForm({ code: { shape: SetupCode, wanted: t`Enter the code as the terminal printed it, eight letters and digits` } })
  const send = form.submit(async ({ code }) => {
    const refusal = await startSample(code)
    if (refusal !== undefined) return problemsOf(refusal, words)
    await learnInstallation()
    return undefined
  })
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <p>
          <Trans>
            A made-up school and college with weeks of work in them. This installation then stays a sample; start another one for your own.
          </Trans>
        </p>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <CodeField {...form.field('code')} />
        <Row>
          <Button kind="primary" type="submit" isPending={form.isSending}>
            {form.isSending ? <Trans>Making the sample …</Trans> : <Trans>Make the sample</Trans>}
          </Button>
          <Button kind="quiet" onPress={onBack}>
            <Trans>Back</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
