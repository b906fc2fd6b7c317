// Tells React Aria in which language to say the few words that it brings itself.
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** Always `en-GB`: the build ships these words in English alone, and React Aria breaks on a language for which it has none. */
export function HiddenWords({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale="en-GB">{children}</I18nProvider>
}
