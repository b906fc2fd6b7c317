// The application's entry.
import { Trans } from '@lingui/react/macro'
import { startPage } from './start.tsx'

await startPage({
  open: (
    <h1>
      <Trans>Evident</Trans>
    </h1>
  ),
})
