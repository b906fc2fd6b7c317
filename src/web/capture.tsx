// The entry for capture: no router, no query client.
import { CapturePage } from './pages/capture/CapturePage.tsx'
import { startPage } from './start.tsx'

await startPage({ open: <CapturePage /> })
