// The way to the server: what counts as an answer, and what is only a bad network.
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { query } from '../core/contract.ts'
import { askQuery, postCommand, readReply } from './api.ts'

const place = { organisationId: '0193a5c2-0000-7b3a-9c4e-2f1d8a6b5c41', personId: '0193a5c2-0000-7b3a-9c4e-2f1d8a6b5c42' }
const parcel = { id: '0193a5c2-7d1e-7b3a-9c4e-2f1d8a6b5c40', name: 'thing.do', version: 1, input: { note: 'words' } }
const unavailable = { refusal: { code: 'unavailable' } }

afterEach(() => vi.unstubAllGlobals())

function answering(respond: (path: string, init: RequestInit) => Response | Promise<Response>) {
  const fetched = vi.fn(async (path: string, init: RequestInit) => respond(path, init))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

describe('an answer', () => {
  it.each([
    ['an output', true, { output: { id: 1 } }, '7', { output: { id: 1 }, erasures: 7 }],
    ['an output that is null', true, { output: null }, null, { output: null, erasures: undefined }],
    [
      'a refusal',
      false,
      { error: { code: 'refused', reason: 'goal_closed', field: 'goalId', id: 'x' } },
      null,
      { refusal: { code: 'refused', reason: 'goal_closed', field: 'goalId' } },
    ],
    ['a code of a newer server', false, { error: { code: 'of_tomorrow' } }, null, { refusal: { code: 'unexpected' } }],
    ['a refusal that claims success', true, { error: { code: 'refused' } }, null, unavailable],
    ['an output that claims failure', false, { output: {} }, null, unavailable],
    ['the page of a school’s Wi-Fi', true, { signIn: 'here' }, null, unavailable],
    ['nothing', true, null, null, unavailable],
  ] as const)('is read: %s', (_what, ok, body, erasures, expected) => {
    expect(readReply(ok, body, erasures)).toEqual(expected)
  })

  it('is unavailable when the network fails, a proxy answers in HTML, or a redirect leads away', async () => {
    answering(() => Promise.reject(new TypeError('failed')))
    expect(await postCommand(place, parcel)).toEqual(unavailable)
    answering(() => new Response('<html>', { status: 200 }))
    expect(await postCommand(place, parcel)).toEqual(unavailable)
    const fetched = answering(() => Response.json({ output: {} }))
    await postCommand(place, parcel)
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ redirect: 'error', cache: 'no-store' })
  })
})

describe('a request', () => {
  it('says in which organisation, as whom, and with which id', async () => {
    const fetched = answering(() => Response.json({ output: {} }))
    await postCommand(place, parcel)
    const [path, init] = fetched.mock.calls[0] ?? []
    expect(path).toBe('/api/thing.do')
    expect(init?.headers).toMatchObject({ 'evident-organisation': place.organisationId, 'evident-person': place.personId })
    expect(JSON.parse(String(init?.body))).toEqual({ id: parcel.id, version: 1, input: { note: 'words' } })
  })

  it('carries a photo beside its command', async () => {
    const fetched = answering(() => Response.json({ output: {} }))
    await postCommand(place, { ...parcel, attachment: { type: 'image/webp', bytes: new Uint8Array([1, 2]) } })
    const form = fetched.mock.calls[0]?.[1]?.body as FormData
    expect(JSON.parse(String(form.get('command')))).toMatchObject({ id: parcel.id })
    expect(form.get('bytes')).toBeInstanceOf(Blob)
    expect((form.get('bytes') as Blob).type).toBe('image/webp')
  })

  it('to a query goes by its address, and where that grows too long, in a body', async () => {
    const fetched = answering(() => Response.json({ output: {} }))
    const said = query('thing.said', { where: 'both', summary: '', input: z.object({ words: z.string() }), output: z.object({}) })
    await askQuery(place, said, { words: 'short' })
    await askQuery(place, said, { words: 'long '.repeat(2000) })
    const [[address, looked] = [], [path, asked] = []] = fetched.mock.calls
    expect([address, looked?.method]).toEqual([`/api/thing.said?input=${encodeURIComponent('{"words":"short"}')}`, undefined])
    expect([path, asked?.method]).toEqual(['/api/thing.said/question', 'POST'])
    expect(JSON.parse(String(asked?.body))).toEqual({ input: { words: 'long '.repeat(2000) } })
  })

  it('to a query gives its contract’s shape or nothing', async () => {
    const thing = query('thing.show', {
      where: 'school',
      summary: 'test',
      input: z.object({ q: z.string() }),
      output: z.object({ count: z.number() }),
    })
    const fetched = answering(() => Response.json({ output: { count: 3 } }))
    expect(await askQuery(place, thing, { q: 'é&' })).toMatchObject({ output: { count: 3 } })
    expect(fetched.mock.calls[0]?.[0]).toBe(`/api/thing.show?input=${encodeURIComponent('{"q":"é&"}')}`)
    answering(() => Response.json({ output: { count: 'three' } }))
    expect(await askQuery(place, thing, { q: '' })).toEqual(unavailable)
  })
})
