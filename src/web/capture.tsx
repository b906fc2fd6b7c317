// The entry for capture: no router, no query client.
import { Trans } from '@lingui/react/macro'
import { startPage } from './start.tsx'

await startPage({
  open: (
    <h1>
      <Trans>Capture</Trans>
    </h1>
  ),
})
