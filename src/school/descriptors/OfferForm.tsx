// The sentence to read and mend, names pointed out in it, and the leaves that it may serve.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { FoundNames } from '../../core/names.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { CheckboxField, TextAreaField } from '../../web/ui/Field.tsx'
import type { Draft, Offer } from './client.ts'
import styles from './OfferForm.module.css'

interface OfferFormProps {
  readonly draft: Draft
  readonly offer: Offer
  readonly onChange: (part: Partial<Offer>) => void
  readonly found: FoundNames
  readonly leafLabels: ReadonlyMap<string, string>
}

export function OfferForm({ draft, offer, onChange, found, leafLabels }: OfferFormProps) {
  const { t } = useLingui()
  const names = found.refused.join(', ')
  const confirm = (word: string, isWord: boolean) =>
    onChange({ confirmedWords: isWord ? [...offer.confirmedWords, word] : offer.confirmedWords.filter((one) => one !== word) })
  return (
    <div className={styles.form}>
      <TextAreaField
        name="offer-sentence"
        label={<Trans>This is what leaves the school</Trans>}
        hint={<Trans>Read it and mend it. Say what you did. Learners are letters; their key stays here.</Trans>}
        error={names === '' ? undefined : t`A learner’s name: ${names}. Write the letter instead.`}
        value={offer.sentence}
        onChange={(sentence) => onChange({ sentence })}
        maxLength={800}
        rows={4}
        width="full"
      />
      {found.ask.map((word) => (
        <CheckboxField
          key={word}
          name={`offer-word-${word}`}
          label={<Trans>“{word}” is only a word here, not a learner</Trans>}
          isChecked={offer.confirmedWords.includes(word)}
          onChange={(isWord) => confirm(word, isWord)}
        />
      ))}
      <ChildWords draft={draft} onAdd={(said) => onChange({ sentence: `${offer.sentence.trimEnd()} ${said}` })} />
      <p className={styles.place}>{draft.place}</p>
      <Leaves labels={leafLabels} picked={offer.leaves} proposed={draft.leaves} onChange={(leaves) => onChange({ leaves })} />
    </div>
  )
}

/** A child's words go in by choice alone, quoted. */
function ChildWords({ draft: { childWords }, onAdd }: { readonly draft: Draft; readonly onAdd: (said: string) => void }) {
  const [added, setAdded] = useState<readonly string[]>([])
  const left = childWords.filter(({ words }) => !added.includes(words))
  if (left.length === 0) return null
  return (
    <div className={styles.said}>
      <p>
        <Trans>Left out: what children said. Put it in only if it is needed.</Trans>
      </p>
      {left.map(({ letter, words }) => (
        <Button
          key={`${letter} ${words}`}
          kind="quiet"
          size="small"
          onPress={() => {
            setAdded([...added, words])
            onAdd(`Learner ${letter}: “${words}”`)
          }}
        >
          <Trans>
            Add: Learner {letter}, “{words}”
          </Trans>
        </Button>
      ))}
    </div>
  )
}

interface LeavesProps {
  readonly labels: ReadonlyMap<string, string>
  readonly picked: readonly string[]
  readonly proposed: readonly string[]
  readonly onChange: (leaves: readonly string[]) => void
}

function Leaves({ labels, picked, proposed, onChange }: LeavesProps) {
  const [isAll, setIsAll] = useState(false)
  const near = [...labels.keys()].filter((code) => isAll || picked.includes(code) || proposed.includes(code))
  const shown = near.length === 0 ? proposed : near
  return (
    <fieldset className={styles.leaves}>
      <legend>
        <Trans>It may show</Trans>
      </legend>
      {shown.map((code) => (
        <CriterionChip
          key={code}
          leaf={code}
          name={labels.get(code) ?? ''}
          isNameSeen
          isPicked={picked.includes(code)}
          onPick={(isPicked) => onChange(isPicked ? [...picked, code] : picked.filter((one) => one !== code))}
        />
      ))}
      {!isAll && labels.size > shown.length && (
        <Button kind="quiet" size="small" leadsOn onPress={() => setIsAll(true)}>
          <Trans>More</Trans>
        </Button>
      )}
    </fieldset>
  )
}
