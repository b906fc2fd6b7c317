// Another role for a person, from one day until another or until further notice.
import { Trans, useLingui } from '@lingui/react/macro'
import { Role } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { Day } from '../../core/time.ts'
import { useActing } from '../../web/asking.ts'
import { useDays } from '../../web/days.ts'
import { DayOrNone, problemsOf, useForm } from '../../web/form.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { peopleReasons, rolesToGive, roleWords } from './client.ts'
import { type Person, roleGrant } from './contract.ts'

export function GiveRoleForm({ person }: { readonly person: Person }) {
  const { t } = useLingui()
  const { kind } = useMember()
  const { today } = useDays()
  const words = useRefusalWords(peopleReasons)
  const grant = useActing(roleGrant)
  const form = useForm({
    role: { shape: Role, wanted: t`Choose a role` },
    fromOn: { shape: Day, wanted: t`Enter the first day`, initial: today },
    untilOn: { shape: DayOrNone, wanted: t`Enter the last day, or leave it empty` },
  })
  const send = form.submit(async ({ role, fromOn, untilOn }) => {
    const reply = await grant({ id: newId(), personId: person.id, role, fromOn, untilOn: untilOn === '' ? null : untilOn })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    form.reset()
    return undefined
  })
  return (
    <form noValidate onSubmit={send}>
      <Stack>
        <h3>
          <Trans>Give another role</Trans>
        </h3>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <SelectField
          {...form.field('role')}
          label={<Trans>Role</Trans>}
          placeholder={t`Choose a role`}
          options={rolesToGive[kind].map((role) => ({ id: role, label: t(roleWords[role]) }))}
        />
        <Field {...form.field('fromOn')} type="date" width="short" label={<Trans>First day</Trans>} />
        <Field {...form.field('untilOn')} type="date" width="short" label={<Trans>Last day</Trans>} isOptional />
        <Button type="submit" isPending={form.isSending}>
          <Trans>Give the role</Trans>
        </Button>
      </Stack>
    </form>
  )
}
