// Leaving on purpose: to the start first, so that whoever comes next does not arrive at somebody else's page.
import { useNavigate } from '@tanstack/react-router'
import { device } from '../../device.ts'

export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate()
  return async () => {
    await navigate({ to: '/', replace: true })
    await device().access.lock()
  }
}
