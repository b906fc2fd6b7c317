// What a new group is called, what it learns, and how its book looks.
import { Trans, useLingui } from '@lingui/react/macro'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { CoverPicker } from './CoverPicker.tsx'
import type { GroupDraft } from './client.ts'
import styles from './GroupFields.module.css'

interface GroupFieldsProps {
  readonly draft: GroupDraft
  readonly onChange: (draft: GroupDraft) => void
  readonly nameError?: string | undefined
  readonly subjectError?: string | undefined
}

export function GroupFields({ draft, onChange, nameError, subjectError }: GroupFieldsProps) {
  const { t } = useLingui()
  return (
    <div className={styles.fields}>
      <ChipGroup
        label={<Trans>What is it?</Trans>}
        look="joined"
        isNeeded
        chips={[
          { id: 'class', label: t`A class` },
          { id: 'support', label: t`A support group` },
        ]}
        value={draft.kind}
        onChange={(kind) => kind !== undefined && onChange({ ...draft, kind })}
      />
      <Field
        name="group-name"
        label={<Trans>Name</Trans>}
        hint={
          draft.kind === 'class' ? (
            <Trans>As it stands on the timetable: 4H</Trans>
          ) : (
            <Trans>As you call it: Fractions boost, Tuesday readers</Trans>
          )
        }
        error={nameError}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        maxLength={60}
        autoComplete="off"
      />
      <Field
        name="group-subject"
        label={<Trans>Subject</Trans>}
        hint={<Trans>Mathematics, phonics, science: statements and misconceptions follow it</Trans>}
        error={subjectError}
        value={draft.subject}
        onChange={(subject) => onChange({ ...draft, subject })}
        maxLength={40}
        autoComplete="off"
      />
      <CoverPicker value={draft.cover} onChange={(cover) => onChange({ ...draft, cover })} />
    </div>
  )
}
