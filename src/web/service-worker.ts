// The service worker: keeps the files of one build, so that both entries open without network. It never touches an answer of the API.

/** The build writes its files and their hash here (`scripts/precache.ts`). */
declare const __FILES__: readonly string[]
declare const __VERSION__: string

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

/** As much of `ServiceWorkerGlobalScope` as is used; the browser's types of windows and of workers don't go together. */
interface Scope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: WorkerEvent & { readonly data: unknown }) => void): void
}

const scope = self as unknown as Scope
const cacheName = `evident ${__VERSION__}`

scope.addEventListener('install', (event) => event.waitUntil(keepBuild()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
// A new version waits until a person says so: nobody's page changes in the middle of a capture.
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') void scope.skipWaiting()
  if (event.data === 'take-pages') event.waitUntil(scope.clients.claim())
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  const isOurs = origin === scope.location.origin && request.method === 'GET' && !pathname.startsWith('/api/') && pathname !== '/healthz'
  if (isOurs) event.respondWith(request.mode === 'navigate' ? page(request, pathname) : file(request, pathname))
})

async function keepBuild(): Promise<void> {
  const cache = await caches.open(cacheName)
  // Hashed files may come from the browser's own cache: the page has just loaded them. All others must be of this build.
  await cache.addAll(__FILES__.map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })))
}

async function takeOver(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('evident ') && name !== cacheName).map((name) => caches.delete(name)))
  await scope.clients.claim()
}

/** Pages always come from this build, with or without network: a page and its scripts belong together. */
async function page(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(/^\/capture(\/|$)/.test(pathname) ? '/capture.html' : '/index.html')) ?? fetch(request)
}

/** A file of this build; one that was left out of it at first (a font that few choose) is kept once it was asked for. */
async function file(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(pathname)
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (response.ok && pathname.startsWith('/assets/')) await cache.put(pathname, response.clone())
  return response
}
