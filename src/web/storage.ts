// Whether this browser will keep what is not sent yet, to be said before anything is captured.

/** kept: the browser promised · install_first: iPad and iPhone forget after seven days unless Evident is on the home screen · not_promised: it may forget when space runs out */
export type Keeping = 'kept' | 'install_first' | 'not_promised'

export interface StorageFacts {
  readonly isPersisted: boolean
  readonly isAppleTouch: boolean
  readonly isInstalled: boolean
}

/** What a browser's answers mean for a day's captures. */
export function keepingOf({ isPersisted, isAppleTouch, isInstalled }: StorageFacts): Keeping {
  if (isAppleTouch && !isInstalled) return 'install_first'
  return isPersisted ? 'kept' : 'not_promised'
}

/** Asks the browser to keep what is stored here, and says what it answered. */
export async function askToKeep(browser: Navigator): Promise<Keeping> {
  const storage: StorageManager | undefined = browser.storage
  const isPersisted = (await storage?.persist?.().catch(() => false)) ?? false
  const isAppleTouch = /iPad|iPhone/.test(browser.userAgent) || (/Mac OS/.test(browser.userAgent) && browser.maxTouchPoints > 1)
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  return keepingOf({ isPersisted, isAppleTouch, isInstalled })
}
