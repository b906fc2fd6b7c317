// What changed since a plan was signed, and whose signatures count no more.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Plain } from '../../core/canonical.ts'
import { useDays } from '../../web/days.ts'
import { Notice } from '../../web/ui/Notice.tsx'
import { type OpenUnit, useHalfNames } from '../planner/client.ts'
import { useMethodWords } from '../standards/client.ts'
import type { Plan, PlanContent } from './contract.ts'
import styles from './PlanDifference.module.css'
import { adultsWords, howWords, partWords, schoolWords } from './PlanWords.tsx'
import { type Change, planChanges } from './rules.ts'

interface PlanDifferenceProps {
  readonly plan: Plan
  readonly voided: NonNullable<Plan['voided']>
  readonly units: readonly OpenUnit[]
}

export function PlanDifference({ plan, voided, units }: PlanDifferenceProps) {
  const { t } = useLingui()
  const say = useValueWords(units)
  const names = voided.signatures.map(({ name }) => name).join(t` and `)
  return (
    <Notice kind="warn" title={<Trans>Changed after {names} signed: that signature counts no more</Trans>}>
      <ul className={styles.changes}>
        {planChanges(voided.content, plan.content).map((change) => (
          <li key={change.path}>
            <b>{change.path in partWords ? t(partWords[change.path as keyof typeof partWords]) : change.path}</b>
            <del>{say(change, change.before, voided.content)}</del>
            <ins>{say(change, change.after, plan.content)}</ins>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** A value of the plan in words, as its sheet says it. */
function useValueWords(units: readonly OpenUnit[]): (change: Change, value: Plain, content: PlanContent) => string {
  const { t } = useLingui()
  const { day } = useDays()
  const ofList = useListWords(units)
  const ofChoice: Readonly<Record<string, (value: string) => string>> = {
    'meeting.on': day,
    'visit.on': day,
    'permissions.on': day,
    'meeting.how': (value) => t(howWords[value as keyof typeof howWords]),
    'permissions.school': (value) => t(schoolWords[value as keyof typeof schoolWords]),
    'permissions.adults': (value) => t(adultsWords[value as keyof typeof adultsWords]),
  }
  return ({ path }, value, content) => {
    const words = ofList[path]?.(content) ?? (value === null ? '' : (ofChoice[path]?.(String(value)) ?? String(value)))
    return words === '' ? t`nothing` : words
  }
}

function useListWords(units: readonly OpenUnit[]): Readonly<Record<string, (content: PlanContent) => string>> {
  const { day } = useDays()
  const methods = useMethodWords()
  const nameOf = useHalfNames(units)
  const joined = (words: readonly string[], by: string) => words.filter((word) => word !== '').join(by)
  return {
    registrationIds: ({ registrationIds }) =>
      joined(
        units.filter(({ registration }) => registrationIds.includes(registration.id)).map(({ registration }) => registration.unitNumber),
        ', ',
      ),
    forecast: ({ forecast, moments }) =>
      joined(
        forecast.map((one) => `${nameOf(one)}: ${moments[one.moment]?.label ?? ''}`),
        '; ',
      ),
    otherWays: ({ otherWays }) =>
      joined(
        otherWays.map(({ method, how, byOn, leaves }) =>
          joined([methods[method], how, byOn === null ? '' : day(byOn), leaves.map(nameOf).join(', ')], ', '),
        ),
        '; ',
      ),
    moments: ({ moments }) =>
      joined(
        moments.map(({ at, label }) => joined([at ?? '', label], ' ')),
        '; ',
      ),
    witnesses: ({ witnesses }) =>
      joined(
        witnesses.map(({ name, sees }) => joined([name, sees], ': ')),
        '; ',
      ),
  }
}
