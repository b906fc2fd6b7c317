// The few globals that browser and server share and that the language itself does not declare.
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T }
