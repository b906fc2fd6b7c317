// Words on screen: the source language travels with the code, any other is a catalogue that is loaded when it is chosen.
import { i18n } from '@lingui/core'

interface Catalogue {
  readonly messages: Record<string, string>
}

const catalogues = import.meta.glob<Catalogue>(['./locales/*.po', '!./locales/en-GB.po'])

/** British English: every message stands in the source in this language. */
export const sourceLanguage = 'en-GB'

/** Languages that a person may choose. */
export const languages: readonly string[] = [
  sourceLanguage,
  ...Object.keys(catalogues).map((path) => path.slice('./locales/'.length, -'.po'.length)),
]

/** Makes a language the page's; one without a catalogue becomes British English. */
export async function speak(language: string): Promise<void> {
  const load = catalogues[`./locales/${language}.po`]
  const locale = load === undefined ? sourceLanguage : language
  const messages = load === undefined ? {} : (await load()).messages
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
  document.documentElement.dir = new Intl.Locale(locale).maximize().script === 'Arab' ? 'rtl' : 'ltr'
}
