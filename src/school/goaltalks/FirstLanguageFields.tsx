// The goal in the learner's first language: which one it is, the words, and who interpreted.
import { Trans, useLingui } from '@lingui/react/macro'
import { Field, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import type { OwnWordingDraft } from './client.ts'
import { directionOf, languageName, languages } from './rules.ts'

interface FirstLanguageFieldsProps {
  readonly draft: OwnWordingDraft
  readonly onChange: (change: Partial<OwnWordingDraft>) => void
  /** The words stand there, and nobody knows in which language. */
  readonly isMissing: boolean
}

export function FirstLanguageFields({ draft, onChange, isMissing }: FirstLanguageFieldsProps) {
  const { t } = useLingui()
  const { language, firstWording, helpedBy } = draft
  const named = language === '' ? undefined : languageName(language)
  return (
    <>
      <SelectField
        name="own-language"
        label={<Trans>First language</Trans>}
        placeholder={t`Choose a language`}
        error={isMissing ? t`Choose the language of these words` : undefined}
        options={languages.map(({ code, name }) => ({ id: code, label: name }))}
        value={language}
        onChange={(code) => onChange({ language: code })}
      />
      <TextAreaField
        name="own-first"
        label={named === undefined ? <Trans>In the first language</Trans> : <Trans>In {named}</Trans>}
        value={firstWording}
        onChange={(words) => onChange({ firstWording: words })}
        {...(language === '' ? {} : { lang: language, dir: directionOf(language) })}
        maxLength={200}
        width="full"
        rows={2}
      />
      <Field
        name="own-helped"
        label={<Trans>Who interpreted or wrote it</Trans>}
        hint={<Trans>An adult: Mr Nowak</Trans>}
        isOptional
        value={helpedBy}
        onChange={(words) => onChange({ helpedBy: words })}
        maxLength={60}
        autoComplete="off"
      />
    </>
  )
}
