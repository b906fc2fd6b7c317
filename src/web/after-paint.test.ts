// Work after a tap begins once its answer is on the glass, and never much later.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPaint } from './after-paint.ts'

const frames: FrameRequestCallback[] = []
const page = new EventTarget()
const isDone = async (promise: Promise<void>) => {
  let done = false
  void promise.then(() => {
    done = true
  })
  await vi.advanceTimersByTimeAsync(0)
  return () => done
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('document', page)
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
})

afterEach(() => {
  frames.length = 0
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the work waits for the next picture', async () => {
  const done = await isDone(afterPaint())
  expect(done()).toBe(false)
  frames[0]?.(0)
  await vi.advanceTimersByTimeAsync(0)
  expect(done()).toBe(true)
})

test('a page that goes out of sight gets no picture: the work begins at once', async () => {
  const done = await isDone(afterPaint())
  page.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(0)
  expect(done()).toBe(true)
})

test('no picture keeps the work waiting for more than a tenth of a second', async () => {
  const done = await isDone(afterPaint())
  await vi.advanceTimersByTimeAsync(99)
  expect(done()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(done()).toBe(true)
})
