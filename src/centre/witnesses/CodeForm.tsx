// The code of a witness's link, asked before anything is shown; wrong ones are counted by the server.
import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from '../../web/form.ts'
import { Button } from '../../web/ui/Button.tsx'
import type { Problem } from '../../web/ui/ErrorSummary.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Code } from './contract.ts'

interface CodeFormProps {
  /** Opens with the code; answers what is wrong, if anything is. */
  readonly onOpen: (code: string) => Promise<readonly Problem[] | undefined>
}

export function CodeForm({ onOpen }: CodeFormProps) {
  const { t } = useLingui()
  const form = useForm({ code: { shape: Code, wanted: t`Enter the six digits` } })
  const { onChange, ...field } = form.field('code')
  return (
    <form noValidate onSubmit={form.submit(({ code }) => onOpen(code))}>
      <Stack gap="form">
        <p>
          <Trans>The college told you a code of six digits, by telephone or in another message.</Trans>
        </p>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <Field
          {...field}
          onChange={(text) => onChange(text.replace(/\s/g, ''))}
          label={<Trans>Code</Trans>}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
        />
        <Button kind="primary" type="submit" isPending={form.isSending}>
          <Trans>Open</Trans>
        </Button>
      </Stack>
    </form>
  )
}
