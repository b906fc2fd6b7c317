// The organisation's keys: it signs seals and letters with one, and opens what devices sealed to it with the other.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../core/ids.ts'
import type { ReadTx, Tx } from './database.ts'

export type KeyPurpose = 'signing' | 'sealing'

/** Makes and opens the keys of the organisation that a transaction has entered. */
export interface Keyring {
  /** Makes both key pairs of a new organisation. */
  make(tx: Tx): Promise<void>
  /** An Ed25519 signature by the organisation over these bytes, 64 bytes. */
  sign(tx: ReadTx, bytes: Uint8Array): Promise<Buffer>
  /** The private key by purpose. @throws Error when the organisation has none, or the installation's secret changed */
  privateKey(tx: ReadTx, purpose: KeyPurpose): Promise<KeyObject>
  /** The public key as SPKI (DER). */
  publicKey(tx: ReadTx, purpose: KeyPurpose): Promise<Buffer>
  /** Whether this secret is the one that a private key of the database was encrypted with. */
  opens(encrypted: Buffer): boolean
  /** A key of 32 bytes derived from the installation's secret, for one named use. */
  derive(use: string): Buffer
}

/** Whether an Ed25519 signature over these bytes is by the owner of this public key (SPKI, DER). */
export function isSignedBy(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, bytes, createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }), signature)
}

/**
 * A public key for comparing by eye or by telephone: 80 bits of its SHA-256 in groups of four.
 * @example fingerprintOf(key) // '3F2A 91BC 04D7 E661 8A0C'
 */
export function fingerprintOf(publicKey: Uint8Array): string {
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 20).toUpperCase()
  return digits.match(/.{4}/g)?.join(' ') ?? digits
}

/** The SHA-256 of a text's UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * The installation's secret: from the setting, else from `secret.key` in the data folder, made at the first start.
 * Without it no private key of the database can be opened, so a backup needs it too.
 */
export function installationSecret(dataFolder: string, setting: string | undefined): Buffer {
  const known = findSecret(dataFolder, setting)
  if (known !== undefined) return known
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32)
  keepSecret(dataFolder, secret)
  return secret
}

/** The installation's secret, where there is one. */
export function findSecret(dataFolder: string, setting: string | undefined): Buffer | undefined {
  if (setting !== undefined) return Buffer.from(setting, 'utf8')
  const file = secretFile(dataFolder)
  return existsSync(file) ? Buffer.from(readFileSync(file, 'utf8').trim(), 'base64') : undefined
}

/** Writes the secret of a folder that has none. */
export function keepSecret(dataFolder: string, secret: Uint8Array): void {
  writeFileSync(secretFile(dataFolder), `${Buffer.from(secret).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
}

/** Where the secret lies when it is no setting. */
export function secretFile(dataFolder: string): string {
  return join(dataFolder, 'secret.key')
}

/** The keyring over one installation's secret. */
export function createKeyring(secret: Uint8Array): Keyring {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'evident', use, 32))
  const wrapping = derive('organisation keys')
  const privateKey = async (tx: ReadTx, purpose: KeyPurpose) => {
    const row = await findKey(tx, purpose)
    return createPrivateKey({ key: unwrap(wrapping, row.privateKey), format: 'der', type: 'pkcs8' })
  }
  return {
    derive,
    opens: (encrypted) => {
      try {
        return unwrap(wrapping, encrypted).length > 0
      } catch {
        return false
      }
    },
    privateKey,
    publicKey: async (tx, purpose) => (await findKey(tx, purpose)).publicKey,
    sign: async (tx, bytes) => sign(null, bytes, await privateKey(tx, 'signing')),
    make: async (tx) => {
      const rows = (['signing', 'sealing'] as const).map((purpose) => newKeyRow(tx, purpose, wrapping))
      await tx.db.insertInto('organisationKeys').values(rows).execute()
    },
  }
}

async function findKey(tx: ReadTx, purpose: KeyPurpose) {
  const row = await tx.db
    .selectFrom('organisationKeys')
    .select(['publicKey', 'privateKey'])
    .where('organisationId', '=', tx.organisationId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (row === undefined) throw new Error(`the organisation has no key for ${purpose}`)
  return row
}

function newKeyRow(tx: Tx, purpose: KeyPurpose, wrapping: Buffer) {
  const pair = purpose === 'signing' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    organisationId: tx.organisationId,
    id: newId(),
    purpose,
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }),
    privateKey: wrap(wrapping, pair.privateKey.export({ format: 'der', type: 'pkcs8' })),
    createdAt: tx.now,
  }
}

/** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. */
function wrap(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function unwrap(key: Buffer, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12))
  decipher.setAuthTag(wrapped.subarray(12, 28))
  return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()])
}

/**
 * The hash of a network or a browser from which a candidate or a witness acted. Without the installation's secret nobody can tell what was hashed, and
 * hashes of two candidates can't be compared.
 */
export function traceHash(
  keys: Keyring,
  { organisationId, candidateId }: { readonly organisationId: string; readonly candidateId: string },
  kind: 'network' | 'device',
  text: string,
): Buffer {
  const said = `${organisationId} ${candidateId} ${kind} ${text}`
  return createHmac('sha256', keys.derive('witness traces')).update(said).digest()
}
