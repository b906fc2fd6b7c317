// After a visit: which criteria the assessor claims, with those that the plan forecast marked and none picked for her; what was good, one thing to develop.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import type { OpenUnit } from '../planner/client.ts'
import { leafNames } from '../standards/client.ts'
import { useWriteUp, visitReasons } from './client.ts'
import { type Visit, type VisitClaim, WriteUp } from './contract.ts'
import styles from './WriteUpForm.module.css'

interface WriteUpFormProps {
  readonly visit: Visit
  readonly units: readonly OpenUnit[]
  readonly forecast: readonly VisitClaim[]
  readonly onClose: () => void
}

const isSame = (one: VisitClaim, other: VisitClaim) => one.registrationId === other.registrationId && one.leaf === other.leaf

export function WriteUpForm({ visit, units, forecast, onClose }: WriteUpFormProps) {
  const { t } = useLingui()
  const writeUp = useWriteUp()
  const words = useRefusalWords(visitReasons)
  const [id] = useState(newId)
  const [claims, setClaims] = useState<readonly VisitClaim[]>(visit.writeUp?.claims ?? [])
  const { title, good, develop } = WriteUp.shape
  const form = useForm({
    title: { shape: title, wanted: t`Enter a title`, initial: visit.writeUp?.title ?? t`Observation at ${visit.place}`.slice(0, 160) },
    good: { shape: good, wanted: t`Make it shorter`, initial: visit.writeUp?.good ?? '' },
    develop: { shape: develop, wanted: t`Make it shorter`, initial: visit.writeUp?.develop ?? '' },
  })
  const send = form.submit(async (values) => {
    const reply = await writeUp({ id, visitId: visit.id, ...values, claims: [...claims] })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen size="large" title={<Trans>Claims and feedback</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          {units
            .filter(({ registration }) => visit.registrationIds.includes(registration.id))
            .map((unit) => (
              <UnitClaims key={unit.registration.id} unit={unit} forecast={forecast} claims={claims} onChange={setClaims} />
            ))}
          <TextAreaField {...form.field('good')} label={<Trans>What was good</Trans>} rows={3} maxLength={2000} width="full" />
          <TextAreaField {...form.field('develop')} label={<Trans>One thing to develop</Trans>} rows={3} maxLength={2000} width="full" />
          <Field {...form.field('title')} label={<Trans>Title in the portfolio</Trans>} maxLength={160} width="full" />
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Save</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

interface UnitClaimsProps {
  readonly unit: OpenUnit
  readonly forecast: readonly VisitClaim[]
  readonly claims: readonly VisitClaim[]
  readonly onChange: (claims: readonly VisitClaim[]) => void
}

function UnitClaims({ unit: { registration, pack }, forecast, claims, onChange }: UnitClaimsProps) {
  const names = leafNames(pack)
  const wasForecast = (leaf: string) => forecast.some((one) => isSame(one, { registrationId: registration.id, leaf }))
  const chips = (codes: readonly string[]) => (
    <div className={styles.chips}>
      {codes.map((leaf) => {
        const claim = { registrationId: registration.id, leaf }
        return (
          <CriterionChip
            key={leaf}
            leaf={leaf}
            name={names.get(leaf) ?? ''}
            isNameSeen
            isPicked={claims.some((one) => isSame(one, claim))}
            onPick={(isPicked) => onChange(isPicked ? [...claims, claim] : claims.filter((one) => !isSame(one, claim)))}
          />
        )
      })}
    </div>
  )
  const codes = pack.leaves.filter(({ halves }) => halves.includes('observed')).map(({ code }) => code)
  const [expected, others] = [codes.filter(wasForecast), codes.filter((code) => !wasForecast(code))]
  return (
    <fieldset className={styles.unit}>
      <legend>
        <Trans>
          What you saw of unit {registration.unitNumber}, {registration.unitTitle}
        </Trans>
      </legend>
      {expected.length > 0 && (
        <>
          <p className={styles.soft}>
            <Trans>The plan forecast these</Trans>
          </p>
          {chips(expected)}
          {others.length > 0 && (
            <p className={styles.soft}>
              <Trans>And these were not forecast</Trans>
            </p>
          )}
        </>
      )}
      {chips(others)}
    </fieldset>
  )
}
