// The few globals that browser and server share and that the language itself does not declare.
interface CryptoKey {
  readonly type: string
  readonly extractable: boolean
}

interface CryptoKeyPair {
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
}

interface SubtleCrypto {
  generateKey(algorithm: object, extractable: boolean, usages: string[]): Promise<CryptoKeyPair>
  importKey(format: string, data: BufferSource, algorithm: string | object, extractable: boolean, usages: string[]): Promise<CryptoKey>
  exportKey(format: string, key: CryptoKey): Promise<ArrayBuffer>
  deriveBits(algorithm: object, key: CryptoKey, length: number): Promise<ArrayBuffer>
  deriveKey(algorithm: object, key: CryptoKey, derived: object, extractable: boolean, usages: string[]): Promise<CryptoKey>
  encrypt(algorithm: object, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>
  decrypt(algorithm: object, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>
  sign(algorithm: object, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>
  verify(algorithm: object, key: CryptoKey, signature: BufferSource, data: BufferSource): Promise<boolean>
  digest(algorithm: string, data: BufferSource): Promise<ArrayBuffer>
}

type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer

declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T; readonly subtle: SubtleCrypto }

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(encoding: string, options: { fatal: boolean })
  decode(bytes: Uint8Array): string
}
