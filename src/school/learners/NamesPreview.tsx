// What will be kept of a pasted list: one given name and one initial a child, to be mended before anything is kept.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { newId } from '../../core/ids.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { classes } from '../../web/ui/classes.ts'
import { fieldId } from '../../web/ui/Field.tsx'
import { type NameLine, type NameTrouble, nameOf, troubles } from './client.ts'
import styles from './NamesPreview.module.css'
import { shownName } from './rules.ts'

interface NamesPreviewProps {
  readonly lines: readonly NameLine[]
  readonly onChange: (lines: readonly NameLine[]) => void
  /** Names of those who are in the group already. */
  readonly there?: readonly string[]
}

export function NamesPreview({ lines, onChange, there = [] }: NamesPreviewProps) {
  const found = troubles(lines, there)
  const put = (key: string, change: Partial<NameLine>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)))
  const add = () => onChange([...lines, { key: newId(), givenName: '', familyInitial: '' }])
  return (
    <div className={styles.preview}>
      <p className={styles.summary} role="status">
        <Plural value={lines.length} one="# learner will be kept like this" other="# learners will be kept like this" />
      </p>
      <div className={styles.heads} aria-hidden="true">
        <span />
        <span>
          <Trans>Given name</Trans>
        </span>
        <span>
          <Trans>Initial</Trans>
        </span>
      </div>
      <ol className={styles.lines}>
        {lines.map((line, place) => (
          <li key={line.key} className={styles.line}>
            <Line
              line={line}
              number={place + 1}
              trouble={found.get(line.key)}
              onChange={(change) => put(line.key, change)}
              onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button icon={Plus} size="small" onPress={add}>
          <Trans>Add one more</Trans>
        </Button>
      </div>
    </div>
  )
}

interface LineProps {
  readonly line: NameLine
  readonly number: number
  readonly trouble: NameTrouble | undefined
  readonly onChange: (change: Partial<NameLine>) => void
  readonly onRemove: () => void
}

function Line({ line, number, trouble, onChange, onRemove }: LineProps) {
  const { t } = useLingui()
  const id = fieldId(`name-${line.key}`)
  const name = line.givenName.trim() === '' ? t`line ${number}` : shownName(nameOf(line))
  const isWrong = trouble === 'no_name' || trouble === 'initial'
  const described = trouble === undefined ? {} : { 'aria-describedby': `${id}-trouble` }
  return (
    <>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <input
        id={id}
        className={styles.input}
        aria-label={t`Given name, learner ${number}`}
        value={line.givenName}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => onChange({ givenName: event.currentTarget.value })}
        {...described}
        {...(trouble === 'no_name' ? { 'aria-invalid': true as const } : {})}
      />
      <input
        className={classes(styles.input, styles.initial)}
        aria-label={t`Initial of the family name, learner ${number}`}
        value={line.familyInitial}
        maxLength={2}
        autoComplete="off"
        onChange={(event) => onChange({ familyInitial: event.currentTarget.value })}
        {...described}
        {...(trouble === 'initial' ? { 'aria-invalid': true as const } : {})}
      />
      <IconButton icon={X} label={t`Leave out ${name}`} onPress={onRemove} />
      {trouble !== undefined && (
        <p id={`${id}-trouble`} className={classes(styles.trouble, isWrong && styles.wrong)}>
          <Trouble kind={trouble} />
        </p>
      )}
    </>
  )
}

function Trouble({ kind }: { readonly kind: NameTrouble }) {
  if (kind === 'no_name') return <Trans>Type a name, or leave this line out.</Trans>
  if (kind === 'initial') return <Trans>One letter, or nothing.</Trans>
  if (kind === 'alike')
    return <Trans>The same name stands above. Two children? Tell them apart by the name. One? Leave this line out.</Trans>
  return <Trans>Somebody of this name is in the group already. Leave this line out if it is the same child.</Trans>
}
