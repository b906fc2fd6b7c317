// The school's quick phrases: added, changed, left out and put in order, kept as one list.
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowUp, Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useSending } from '../../web/asking.ts'
import { type Reasons, useRefusalWords } from '../../web/messages.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Row } from '../../web/ui/Layout.tsx'
import { mostPhrases, phraseListSet } from './contract.ts'
import styles from './PhraseForm.module.css'

const phraseReasons: Reasons = {
  names_a_learner: msg`A child is named here: the whole school uses these phrases.`,
  phrase_twice: msg`One phrase stands there twice.`,
  changed_meanwhile: msg`Somebody changed the phrases meanwhile. Load the page again to see theirs.`,
}

interface Line {
  readonly key: string
  readonly phrase: string
}

const lineOf = (phrase: string): Line => ({ key: newId(), phrase })

interface PhraseFormProps {
  /** The list that is changed; null for the one that comes with the product. */
  readonly basedOn: Id | null
  readonly phrases: readonly string[]
  readonly onKept: () => void
}

export function PhraseForm({ basedOn, phrases, onKept }: PhraseFormProps) {
  const words = useRefusalWords(phraseReasons)
  const { send, isSending, refusal, attempt } = useSending(phraseListSet)
  const [lines, setLines] = useState(() => phrases.map(lineOf))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const said = lines.map(({ phrase }) => phrase.trim()).filter((phrase) => phrase !== '')
    if ((await send({ id: newId(), basedOn, phrases: said })) !== undefined) onKept()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={refusal === undefined ? [] : [{ message: words(refusal) }]} attempt={attempt} />
      <ol className={styles.lines}>
        {lines.map((line, place) => (
          <PhraseLine
            key={line.key}
            line={line}
            place={place}
            onChange={(phrase) => setLines(lines.map((one) => (one === line ? { ...one, phrase } : one)))}
            onEarlier={() => setLines(lines.toSpliced(place, 1).toSpliced(place - 1, 0, line))}
            onRemove={() => setLines(lines.filter((one) => one !== line))}
          />
        ))}
      </ol>
      <Row>
        <Button type="submit" kind="primary" isPending={isSending}>
          <Trans>Keep the phrases</Trans>
        </Button>
        {lines.length < mostPhrases && (
          <Button icon={Plus} onPress={() => setLines([...lines, lineOf('')])}>
            <Trans>Another phrase</Trans>
          </Button>
        )}
      </Row>
    </form>
  )
}

interface PhraseLineProps {
  readonly line: Line
  readonly place: number
  readonly onChange: (phrase: string) => void
  readonly onEarlier: () => void
  readonly onRemove: () => void
}

function PhraseLine({ line: { key, phrase }, place, onChange, onEarlier, onRemove }: PhraseLineProps) {
  const { t } = useLingui()
  const number = place + 1
  return (
    <li className={styles.line}>
      <Field
        name={`phrase-${key}`}
        label={<Trans>Phrase {number}</Trans>}
        value={phrase}
        onChange={onChange}
        maxLength={60}
        width="full"
        autoComplete="off"
      />
      <IconButton icon={ArrowUp} label={t`Put phrase ${number} earlier`} isDisabled={place === 0} onPress={onEarlier} />
      <IconButton icon={X} label={t`Leave phrase ${number} out`} onPress={onRemove} />
    </li>
  )
}
