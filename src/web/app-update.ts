// New versions of the program: fetched in the background, taken over when a person says so and no capture is in progress.
import { createStore, type Store } from './offline/watched.ts'

/** `ready`: a new version waits for a word. */
export const update: Store<'none' | 'ready'> = createStore<'none' | 'ready'>('none')

const captureLock = 'evident-capture'
const lookEvery = 60 * 60_000
const tryAgainAfter = 30_000

/** Registers the service worker once the page has loaded, so that it takes nothing from the first paint. */
export function attendUpdates(container: ServiceWorkerContainer): void {
  const begin = () => void register(container)
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  const registration = await keepTrying(container)
  // Without it (a private window) everything works but opening without network.
  if (registration === undefined) return
  const look = () => update.set(registration.waiting !== null && container.controller !== null ? 'ready' : 'none')
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  look()
  setInterval(() => void registration.update().catch(() => undefined), lookEvery)
  // A page that was on its way while the worker took the pages over is not among them, and would have nothing without a network.
  if (container.controller === null) registration.active?.postMessage('take-pages')
}

/**
 * Registers until a worker is there, each time after twice the wait, an hour at most: a network that breaks off while it fetches the build leaves none,
 * and a disk that is full never will. `undefined` where the browser lets none be.
 */
export async function keepTrying(
  container: Pick<ServiceWorkerContainer, 'register'>,
  first = tryAgainAfter,
): Promise<ServiceWorkerRegistration | undefined> {
  for (let wait = first; ; wait = Math.min(2 * wait, lookEvery)) {
    try {
      const registration = await container.register('/service-worker.js')
      if (registration.active !== null || (await becomesActive(registration))) return registration
    } catch (error) {
      // The worker itself could not be fetched; anything else will not get better.
      if (!(error instanceof TypeError)) return undefined
    }
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

/** `false`: its installing failed. */
function becomesActive({ installing, waiting }: ServiceWorkerRegistration): Promise<boolean> {
  const worker = installing ?? waiting
  return new Promise((resolve) => {
    const look = () => {
      if (worker === null || worker.state === 'redundant') resolve(false)
      else if (worker.state === 'activated') resolve(true)
    }
    worker?.addEventListener('statechange', look)
    look()
  })
}

/** Says that a capture is in progress, in any tab; call the result when it is kept or left. */
export function beginCapture(locks: Pick<LockManager, 'request'>): () => void {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  void locks.request(captureLock, { mode: 'shared' }, () => ended)
  return end
}

/** Takes the new version over and starts every page of ours again with it. `false`: a capture is in progress somewhere. */
export async function takeUpdate(container: ServiceWorkerContainer, locks: Pick<LockManager, 'request'>): Promise<boolean> {
  return locks.request(captureLock, { ifAvailable: true }, async (lock) => {
    const registration = await container.getRegistration()
    if (lock === null || registration?.waiting == null) return false
    container.addEventListener('controllerchange', () => location.reload(), { once: true })
    registration.waiting.postMessage('take-over')
    return true
  })
}
