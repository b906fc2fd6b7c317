// What a plan says, to be read: the meeting, the visit, each moment with what should show there, other ways, witnesses, permissions.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useDays } from '../../web/days.ts'
import { type OpenUnit, useHalfNames } from '../planner/client.ts'
import type { PlannedHalf } from '../planner/contract.ts'
import { useMethodWords } from '../standards/client.ts'
import type { Plan } from './contract.ts'
import styles from './PlanSheet.module.css'
import { adultsWords, howWords, schoolWords } from './PlanWords.tsx'
import { placingOf } from './rules.ts'

interface PlanSheetProps {
  readonly plan: Plan
  readonly units: readonly OpenUnit[]
}

export function PlanSheet({ plan, units }: PlanSheetProps) {
  const { t } = useLingui()
  const { day } = useDays()
  const { meeting, visit, witnesses, permissions, confidentiality } = plan.content
  const met = meeting.on === null ? '' : day(meeting.on)
  return (
    <div className={styles.sheet}>
      <dl className={styles.list}>
        <Said title={<Trans>Planned together</Trans>}>
          {[met, t(howWords[meeting.how]), meeting.minutes === null ? '' : t`${meeting.minutes} minutes`]
            .filter((words) => words !== '')
            .join(', ')}
        </Said>
        <Said title={<Trans>Units</Trans>}>{unitNumbers(plan, units).join(', ')}</Said>
        <VisitLines visit={visit} />
      </dl>
      <ByMoment plan={plan} units={units} />
      <OtherWays plan={plan} units={units} />
      <NotPlanned plan={plan} units={units} />
      <dl className={styles.list}>
        {witnesses.length > 0 && (
          <Said title={<Trans>Witnesses</Trans>}>
            {witnesses.map(({ name, sees, witnessId }) => (
              <span key={name} className={styles.line}>
                {sees === '' ? name : `${name}: ${sees}`} {witnessId === null && <Trans>(not in the register yet)</Trans>}
              </span>
            ))}
          </Said>
        )}
        <Said title={<Trans>The school</Trans>}>
          {t(schoolWords[permissions.school])}
          {permissions.on !== null && `, ${day(permissions.on)}`}
        </Said>
        <Said title={<Trans>The learners’ adults</Trans>}>{t(adultsWords[permissions.adults])}</Said>
        <Said title={<Trans>Visitor rule</Trans>}>{permissions.visitorRule}</Said>
        <Said title={<Trans>Confidentiality</Trans>}>{confidentiality}</Said>
      </dl>
    </div>
  )
}

function VisitLines({ visit }: { readonly visit: Plan['content']['visit'] }) {
  const { t } = useLingui()
  const { day } = useDays()
  const times = [visit.startTime, visit.endTime].filter((time) => time !== null).join('–')
  const when = [visit.on === null ? '' : day(visit.on), times, visit.site].filter((words) => words !== '').join(', ')
  const learners = [visit.learners === null ? '' : t`${visit.learners} learners`, visit.needs].filter((words) => words !== '').join('. ')
  return (
    <>
      <Said title={<Trans>Visit</Trans>}>{when}</Said>
      <Said title={<Trans>Activity</Trans>}>{visit.activity}</Said>
      <Said title={<Trans>Learners</Trans>}>{learners}</Said>
      <Said title={<Trans>Resources</Trans>}>{visit.resources}</Said>
      <Said title={<Trans>Risk</Trans>}>{visit.risk}</Said>
      <Said title={<Trans>Adjustments for the candidate</Trans>}>{visit.adjustments}</Said>
      <Said title={<Trans>What the teacher is told</Trans>}>{visit.teacherTold}</Said>
      <Said title={<Trans>What to bring</Trans>}>{visit.bring}</Said>
    </>
  )
}

/** Nothing said is no line. */
export function Said({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  if (children === '' || children === null) return null
  return (
    <div className={styles.said}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function unitNumbers(plan: Plan, units: readonly OpenUnit[]): readonly string[] {
  return units
    .filter(({ registration }) => plan.content.registrationIds.includes(registration.id))
    .map(({ registration }) => `${registration.unitNumber} ${registration.unitTitle}`)
}

function inPlan(plan: Plan, units: readonly OpenUnit[]): readonly OpenUnit[] {
  return units.filter(({ registration }) => plan.content.registrationIds.includes(registration.id))
}

/** Each moment with what should show there; a moment where nothing is forecast is shown as well. */
export function ByMoment({ plan, units }: PlanSheetProps) {
  const nameOf = useHalfNames(inPlan(plan, units))
  const { moments, forecast } = plan.content
  if (forecast.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>
        <Trans>Where it should show</Trans>
      </h3>
      <ol className={styles.moments}>
        {moments.map(({ at, label }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: moments have no name but their place
          <li key={index}>
            <p className={styles.moment}>
              {at !== null && <b>{at}</b>} {label}
            </p>
            <HalfList halves={forecast.filter(({ moment }) => moment === index)} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function OtherWays({ plan, units }: PlanSheetProps) {
  const { day } = useDays()
  const methods = useMethodWords()
  const nameOf = useHalfNames(inPlan(plan, units))
  const { otherWays } = plan.content
  if (otherWays.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>
        <Trans>Shown in another way</Trans>
      </h3>
      <ul className={styles.moments}>
        {otherWays.map(({ method, how, byOn, leaves }) => (
          <li key={method}>
            <p className={styles.moment}>
              <b>{methods[method]}</b> {how} {byOn !== null && <Trans>by {day(byOn)}</Trans>}
            </p>
            <HalfList halves={leaves} nameOf={nameOf} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is open and has no place in this plan: said, so that nobody takes it for planned. */
function NotPlanned({ plan, units }: PlanSheetProps) {
  const mine = inPlan(plan, units)
  const nameOf = useHalfNames(mine)
  const halves = mine.flatMap(({ open }) => open).filter((half) => placingOf(plan.content, half).kind === 'none')
  if (halves.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>
        <Trans>Open, and not in this plan</Trans>
      </h3>
      <HalfList halves={halves} nameOf={nameOf} />
    </section>
  )
}

function HalfList({ halves, nameOf }: { readonly halves: readonly PlannedHalf[]; readonly nameOf: (half: PlannedHalf) => string }) {
  if (halves.length === 0) return null
  return (
    <ul className={styles.halves}>
      {halves.map((half) => (
        <li key={`${half.registrationId} ${half.leaf} ${half.half}`}>{nameOf(half)}</li>
      ))}
    </ul>
  )
}
