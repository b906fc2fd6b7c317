// The application's entry: every page but capture, by the router.
import { RouterProvider } from '@tanstack/react-router'
import { learnInstallation } from './installation.ts'
import { attendLinks } from './links.ts'
import { attendQueries, QueryCache } from './query-cache.tsx'
import { router } from './router.tsx'
import { startPage } from './start.tsx'

await startPage({
  begin: () => {
    attendQueries()
    attendLinks()
    return learnInstallation()
  },
  always: (
    <QueryCache>
      <RouterProvider router={router} />
    </QueryCache>
  ),
})
