// Secrets: a PIN opens them on its own device and nowhere else, and what it opens can be used and not read.
import { describe, expect, it } from 'vitest'
import { textOf, utf8 } from '../../core/bytes.ts'
import { decrypt, encrypt, isSignedBy, sign } from '../../core/sealed-entry.ts'
import { newPinKey } from './profiles.ts'
import { keysOf, newSecrets, pinIterations, unwrapSecrets, wrapSecrets } from './secrets.ts'

const about = utf8('test')

describe('secrets', () => {
  it('come back under the right PIN and make the same keys', async () => {
    const pinKey = await newPinKey()
    const { secrets, publicKey } = await newSecrets()
    const wrapped = await wrapSecrets(secrets, '274916', pinKey, 1000)
    const again = await unwrapSecrets(wrapped, '274916', pinKey)
    if (again === undefined) throw new Error('the right PIN was refused')
    const [first, second] = [await keysOf(secrets), await keysOf(again)]
    expect(textOf(await decrypt(second.data, await encrypt(first.data, utf8('words'), about), about))).toBe('words')
    expect(await isSignedBy(publicKey, about, await sign(second.signing, about))).toBe(true)
    const named = async (key: CryptoKey) => new Uint8Array(await crypto.subtle.sign('HMAC', key, about))
    expect(await named(first.names)).toEqual(await named(second.names))
  })

  it('stay shut under another PIN, and under the right PIN on another device', async () => {
    const pinKey = await newPinKey()
    const wrapped = await wrapSecrets((await newSecrets()).secrets, '274916', pinKey, 1000)
    expect(await unwrapSecrets(wrapped, '274917', pinKey)).toBeUndefined()
    expect(await unwrapSecrets(wrapped, '274916', await newPinKey())).toBeUndefined()
  })

  it('are wrapped under at least 600,000 rounds when nothing else is said', async () => {
    const wrapped = await wrapSecrets((await newSecrets()).secrets, '274916', await newPinKey())
    expect(pinIterations).toBeGreaterThanOrEqual(600_000)
    expect(wrapped.iterations).toBe(pinIterations)
  })

  it('make keys that no script can read out', async () => {
    const keys = await keysOf((await newSecrets()).secrets)
    for (const key of [keys.data, keys.names, keys.signing, await newPinKey()]) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
    }
  })

  it('differ each time, so that equal PINs of two people look nothing alike', async () => {
    const pinKey = await newPinKey()
    const { secrets } = await newSecrets()
    const [one, two] = [await wrapSecrets(secrets, '274916', pinKey, 1000), await wrapSecrets(secrets, '274916', pinKey, 1000)]
    expect(one.wrapped).not.toEqual(two.wrapped)
    expect((await newSecrets()).secrets.data).not.toEqual(secrets.data)
  })
})
