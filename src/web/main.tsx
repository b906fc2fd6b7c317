// The application's entry: every page but capture, by the router.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { attendQueries, createQueryClient } from './asking.ts'
import { learnInstallation } from './installation.ts'
import { attendLinks, router } from './router.tsx'
import { startPage } from './start.tsx'

const client = createQueryClient()

await startPage({
  begin: () => {
    attendQueries(client)
    attendLinks()
    return learnInstallation()
  },
  always: (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  ),
})
