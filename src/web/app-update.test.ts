// A new version waits for a word, and for captures in other tabs.
import { describe, expect, it, vi } from 'vitest'
import { beginCapture, keepTrying, takeUpdate } from './app-update.ts'

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

describe('the first worker', () => {
  /** A container whose workers end one after another in these states; `Error` stands for a worker that could not be fetched. */
  const containerOf = (...ends: readonly (ServiceWorkerState | Error)[]) => {
    const register = vi.fn(async () => {
      const end = ends[register.mock.calls.length - 1]
      if (end instanceof Error) throw end
      const worker = Object.assign(new EventTarget(), { state: 'installing' })
      setTimeout(() => {
        worker.state = end ?? 'redundant'
        worker.dispatchEvent(new Event('statechange'))
      })
      return { active: null, installing: worker, waiting: null }
    })
    return { register } as unknown as { register: ServiceWorkerContainer['register'] & typeof register }
  }

  it('is fetched again when the network broke off while it, or its build, was fetched', async () => {
    const container = containerOf('redundant', new TypeError('network'), 'activated')
    expect(await keepTrying(container, 0)).toBeDefined()
    expect(container.register).toHaveBeenCalledTimes(3)
  })

  it('is fetched again after twice the wait each time, so that a full disk does not fetch the build without end', async () => {
    vi.useFakeTimers()
    const container = containerOf()
    void keepTrying(container, 1000)
    const times = async () => {
      await vi.advanceTimersByTimeAsync(1000)
      return container.register.mock.calls.length
    }
    // Half a second away from each try: after 1, 3 and 7 seconds.
    await vi.advanceTimersByTimeAsync(500)
    const each: number[] = []
    for (let second = 0; second < 8; second++) each.push(await times())
    vi.useRealTimers()
    expect(each).toEqual([2, 2, 3, 3, 3, 3, 4, 4])
  })

  it('is left alone where the browser lets none be', async () => {
    const container = containerOf(new DOMException('private', 'SecurityError'))
    expect(await keepTrying(container, 0)).toBeUndefined()
    expect(container.register).toHaveBeenCalledTimes(1)
  })
})
