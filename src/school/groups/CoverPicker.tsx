// Which colour the group's exercise book has: six covers with their words.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import styles from './CoverPicker.module.css'
import { Cover } from './contract.ts'

const coverWords = {
  bottle: msg`Bottle`,
  brick: msg`Brick`,
  plum: msg`Plum`,
  sky: msg`Sky`,
  mustard: msg`Mustard`,
  slate: msg`Slate`,
}

export function CoverPicker({ value, onChange }: { readonly value: Cover; readonly onChange: (cover: Cover) => void }) {
  const { t } = useLingui()
  return (
    <fieldset className={styles.field}>
      <legend>
        <Trans>Colour of the cover</Trans>
      </legend>
      <div className={styles.choices}>
        {Cover.options.map((cover) => (
          <label key={cover} className={styles.choice}>
            <input type="radio" name="cover" value={cover} checked={cover === value} onChange={() => onChange(cover)} />
            <span className={styles.book} data-cover={cover} aria-hidden="true">
              <Check />
            </span>
            {t(coverWords[cover])}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
