// A new version waits for a word, and for captures in other tabs.
import { describe, expect, it, vi } from 'vitest'
import { beginCapture, takeUpdate } from './app-update.ts'

function waitingContainer() {
  const postMessage = vi.fn()
  const container = { getRegistration: async () => ({ waiting: { postMessage } }), addEventListener: () => {} }
  return { postMessage, container: container as unknown as ServiceWorkerContainer }
}

describe('a new version', () => {
  it('takes over when a person says so', async () => {
    const { container, postMessage } = waitingContainer()
    expect(await takeUpdate(container, navigator.locks)).toBe(true)
    expect(postMessage).toHaveBeenCalledWith('take-over')
  })

  it('waits while a capture is in progress in any tab, and not longer', async () => {
    const { container, postMessage } = waitingContainer()
    const [here, there] = [beginCapture(navigator.locks), beginCapture(navigator.locks)]
    expect(await takeUpdate(container, navigator.locks)).toBe(false)
    here()
    expect(await takeUpdate(container, navigator.locks)).toBe(false)
    there()
    await vi.waitFor(async () => expect(await takeUpdate(container, navigator.locks)).toBe(true))
    expect(postMessage).toHaveBeenCalledTimes(1)
  })

  it('is nothing to take when none waits', async () => {
    const container = { getRegistration: async () => undefined } as unknown as ServiceWorkerContainer
    expect(await takeUpdate(container, navigator.locks)).toBe(false)
  })
})
