// The page for the day of a visit, on one side of A4: when, where, what the teacher is told, what should show when, permissions, what to bring. No learner's name.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useDays } from '../../web/days.ts'
import { PrintPage } from '../../web/ui/PrintPage.tsx'
import type { OpenUnit } from '../planner/client.ts'
import type { Plan } from './contract.ts'
import styles from './DaySheet.module.css'
import { adultsWords, PlanState, schoolWords } from './PlanWords.tsx'

interface DaySheetProps {
  readonly plan: Plan
  readonly units: readonly OpenUnit[]
  readonly onPrinted: () => void
}

export function DaySheet({ plan, units, onPrinted }: DaySheetProps) {
  return (
    <PrintPage onPrinted={onPrinted}>
      <DayPage plan={plan} units={units} />
    </PrintPage>
  )
}

function DayPage({ plan, units }: Omit<DaySheetProps, 'onPrinted'>) {
  const { t } = useLingui()
  const { day } = useDays()
  const { visit, permissions, confidentiality, witnesses, registrationIds } = plan.content
  const { candidateName, assessorName } = plan
  const times = [visit.startTime, visit.endTime].filter((time) => time !== null).join('–')
  const chosen = units.filter(({ registration }) => registrationIds.includes(registration.id))
  const titles = chosen.map(({ registration }) => `${registration.unitNumber} ${registration.unitTitle}`).join('; ')
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h1>
          <Trans>Observation of {candidateName}</Trans>
        </h1>
        <p className={styles.when}>
          {visit.on !== null && day(visit.on)} {times}
          {', '}
          {visit.site}
        </p>
        <p>
          <Trans>
            Assessor {assessorName}. Units {titles}.
          </Trans>{' '}
          <PlanState plan={plan} />
          {'.'}
        </p>
      </header>
      <dl className={styles.list}>
        <Line title={<Trans>Activity</Trans>}>{visit.activity}</Line>
        <Line title={<Trans>Learners</Trans>}>
          {[visit.learners === null ? '' : t`${visit.learners} learners`, visit.needs].filter((words) => words !== '').join('. ')}
        </Line>
        <Line title={<Trans>What the teacher is told</Trans>}>{visit.teacherTold}</Line>
        <Line title={<Trans>Adjustments for the candidate</Trans>}>{visit.adjustments}</Line>
        <Line title={<Trans>Resources</Trans>}>{visit.resources}</Line>
        <Line title={<Trans>Risk</Trans>}>{visit.risk}</Line>
      </dl>
      <Moments plan={plan} units={chosen} />
      <dl className={styles.list}>
        <Line title={<Trans>Witnesses</Trans>}>
          {witnesses.map(({ name, sees }) => (sees === '' ? name : `${name}: ${sees}`)).join('; ')}
        </Line>
        <Line title={<Trans>The school</Trans>}>
          {t(schoolWords[permissions.school]) + (permissions.on === null ? '' : `, ${day(permissions.on)}`)}
        </Line>
        <Line title={<Trans>The learners’ adults</Trans>}>{t(adultsWords[permissions.adults])}</Line>
        <Line title={<Trans>Visitor rule</Trans>}>{permissions.visitorRule}</Line>
        <Line title={<Trans>Confidentiality</Trans>}>{confidentiality}</Line>
        <Line title={<Trans>What to bring</Trans>}>{visit.bring}</Line>
      </dl>
    </article>
  )
}

function Line({ title, children }: { readonly title: ReactNode; readonly children: string }) {
  if (children === '') return null
  return (
    <div className={styles.line}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Moments with the codes that should show there: short, because the page has one side. */
function Moments({ plan, units }: { readonly plan: Plan; readonly units: readonly OpenUnit[] }) {
  const { moments, forecast } = plan.content
  if (moments.length === 0) return null
  const codesOf = (at: number) =>
    units
      .map(({ registration }) => {
        const leaves = forecast.filter(({ moment, registrationId }) => moment === at && registrationId === registration.id)
        return { number: registration.unitNumber, codes: leaves.map(({ leaf }) => leaf).join(' ') }
      })
      .filter(({ codes }) => codes !== '')
      .map(({ number, codes }) => (units.length > 1 ? `${number}: ${codes}` : codes))
      .join('; ')
  return (
    <table className={styles.moments}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Time</Trans>
          </th>
          <th scope="col">
            <Trans>Moment</Trans>
          </th>
          <th scope="col">
            <Trans>Should show</Trans>
          </th>
          <th scope="col">
            <Trans>Seen at</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {moments.map(({ at, label }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a moment has no name but its place
          <tr key={index}>
            <td>{at}</td>
            <td>{label}</td>
            <td>{codesOf(index)}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
