// Another name for a group.
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { groupRename } from '../../../school/groups/contract.ts'
import { device } from '../../device.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

interface RenameGroupProps {
  readonly group: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function RenameGroup({ group, onClose }: RenameGroupProps) {
  const { t } = useLingui()
  const formId = useId()
  const [name, setName] = useState(group.name)
  const isEmpty = name.trim() === ''
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) return
    await device().outbox.add(groupRename, { groupId: group.id, name: name.trim() })
    onClose()
  }
  return (
    <Dialog
      title={<Trans>Rename the group</Trans>}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={formId}>
            <Trans>Keep</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void keep(event)} noValidate>
        <Field
          name="rename-group"
          label={<Trans>Name</Trans>}
          error={isEmpty ? t`Give the group a name` : undefined}
          value={name}
          onChange={setName}
          maxLength={60}
          width="full"
          autoComplete="off"
        />
      </form>
    </Dialog>
  )
}
