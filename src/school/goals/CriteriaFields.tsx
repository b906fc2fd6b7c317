// One to four success criteria: a short name for tabs, the child's sentence, who it is for; put in order by buttons.
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import styles from './CriteriaFields.module.css'
import { type CriterionDraft, mostCriteria, moved, newCriterion } from './client.ts'
import { childWordingHints } from './rules.ts'
import { useAfterPause, WordingHints } from './WordingHints.tsx'

interface CriteriaFieldsProps {
  readonly criteria: readonly CriterionDraft[]
  readonly onChange: (criteria: readonly CriterionDraft[]) => void
  /** Fields that were left empty, by name. */
  readonly missing: ReadonlySet<string>
}

export function CriteriaFields({ criteria, onChange, missing }: CriteriaFieldsProps) {
  const isFull = criteria.length >= mostCriteria
  return (
    <div className={styles.criteria}>
      {criteria.map((criterion, place) => (
        <Criterion
          key={criterion.id}
          criterion={criterion}
          place={place}
          of={criteria.length}
          missing={missing}
          onChange={(change) => onChange(criteria.map((one) => (one.id === criterion.id ? { ...one, ...change } : one)))}
          onMove={(by) => onChange(moved(criteria, criterion.id, by))}
          onRemove={() => onChange(criteria.filter(({ id }) => id !== criterion.id))}
        />
      ))}
      <div className={styles.add}>
        <Button icon={Plus} isDisabled={isFull} onPress={() => onChange([...criteria, newCriterion()])}>
          <Trans>Add a success criterion</Trans>
        </Button>
        {isFull && (
          <p className={styles.hint} role="status">
            <Trans>Four is as many as a child can hold in mind. More to learn? Set a second goal.</Trans>
          </p>
        )}
      </div>
    </div>
  )
}

interface CriterionProps {
  readonly criterion: CriterionDraft
  readonly place: number
  readonly of: number
  readonly missing: ReadonlySet<string>
  readonly onChange: (change: Partial<CriterionDraft>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function Criterion({ criterion, place, of, missing, onChange, onMove, onRemove }: CriterionProps) {
  const { t } = useLingui()
  const { kind } = criterion
  const number = place + 1
  return (
    <fieldset className={styles.criterion} aria-label={t`Success criterion ${number}`}>
      <div className={styles.head}>
        <h3>
          <Trans>Success criterion {number}</Trans>
        </h3>
        {of > 1 && (
          <div className={styles.moves}>
            <IconButton icon={ArrowUp} label={t`Move ${number} up`} isDisabled={place === 0} onPress={() => onMove(-1)} />
            <IconButton icon={ArrowDown} label={t`Move ${number} down`} isDisabled={place === of - 1} onPress={() => onMove(1)} />
            <IconButton icon={X} label={t`Take ${number} away`} onPress={onRemove} />
          </div>
        )}
      </div>
      <Wordings criterion={criterion} missing={missing} onChange={onChange} />
      <ChipGroup
        label={<Trans>Who it is for</Trans>}
        look="joined"
        isNeeded
        chips={[
          { id: 'must', label: t`Everyone` },
          { id: 'next', label: t`Comes next` },
          { id: 'stretch', label: t`Goes beyond` },
        ]}
        value={kind}
        onChange={(next) => next !== undefined && onChange({ kind: next })}
      />
    </fieldset>
  )
}

/** What the child, the tabs and the adults are told. */
function Wordings({ criterion, missing, onChange }: Pick<CriterionProps, 'criterion' | 'missing' | 'onChange'>) {
  const { t } = useLingui()
  const { id, shortName, childText, adultText } = criterion
  const hints = childWordingHints(useAfterPause(childText))
  return (
    <>
      <div>
        <TextAreaField
          name={`child-${id}`}
          label={<Trans>As the child says it</Trans>}
          hint={<Trans>I can explain how I know</Trans>}
          error={missing.has(`child-${id}`) ? t`Say it in the child’s words` : undefined}
          value={childText}
          onChange={(text) => onChange({ childText: text.replaceAll('\n', ' ') })}
          maxLength={160}
          rows={2}
          width="full"
          autoComplete="off"
        />
        <WordingHints hints={hints} />
      </div>
      <div className={styles.two}>
        <Field
          name={`short-${id}`}
          label={<Trans>Short name for tabs</Trans>}
          hint={<Trans>A word or two: Explain</Trans>}
          error={missing.has(`short-${id}`) ? t`Give it a short name` : undefined}
          value={shortName}
          onChange={(text) => onChange({ shortName: text })}
          maxLength={24}
          width="full"
          autoComplete="off"
        />
        <Field
          name={`adult-${id}`}
          label={<Trans>For adults</Trans>}
          hint={<Trans>What to look for</Trans>}
          isOptional
          value={adultText}
          onChange={(text) => onChange({ adultText: text })}
          maxLength={240}
          width="full"
          autoComplete="off"
        />
      </div>
    </>
  )
}
