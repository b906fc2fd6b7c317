// The entry for capture: no router, no query client.
import { learnInstallation } from './installation.ts'
import { CapturePage } from './pages/capture/CapturePage.tsx'
import { SampleBanner } from './pages/shell/SampleBanner.tsx'
import { startPage } from './start.tsx'

// Not waited for: capture opens without network.
void learnInstallation()
await startPage({ open: <CapturePage />, atTheDoor: <SampleBanner /> })
