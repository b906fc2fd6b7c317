// One agreement as it is read and printed: who does what, two columns side by side, then what is recorded and passed on, and both names.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useDays } from '../../web/days.ts'
import styles from './AgreementSheet.module.css'
import type { Agreement } from './contract.ts'

export function AgreementSheet({ agreement }: { readonly agreement: Agreement }) {
  const { day } = useDays()
  const { term, teacherName, practitionerName, mayAssess, records, feedback, parents } = agreement
  const names = [teacherName, practitionerName] as const
  const reviewOn = day(agreement.reviewOn)
  return (
    <div className={styles.sheet}>
      <p className={styles.term}>{term}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              {teacherName}{' '}
              <span className={styles.part}>
                (<Trans>Teacher</Trans>)
              </span>
            </th>
            <th scope="col">
              {practitionerName}{' '}
              <span className={styles.part}>
                (<Trans>Practitioner</Trans>)
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Line
            names={names}
            title={<Trans>At the start</Trans>}
            teacher={agreement.startTeacher}
            practitioner={agreement.startPractitioner}
          />
          <Line
            names={names}
            title={<Trans>In the middle</Trans>}
            teacher={agreement.middleTeacher}
            practitioner={agreement.middlePractitioner}
          />
          <Line names={names} title={<Trans>At the end</Trans>} teacher={agreement.endTeacher} practitioner={agreement.endPractitioner} />
        </tbody>
      </table>
      <dl className={styles.list}>
        <Said title={<Trans>How {practitionerName} may find out</Trans>}>{mayAssess}</Said>
        <Said title={<Trans>What {practitionerName} records</Trans>}>{records}</Said>
        <Said title={<Trans>How and when it is passed on</Trans>}>{feedback}</Said>
        <Said title={<Trans>Who tells parents</Trans>}>{parents}</Said>
        <Said title={<Trans>Who says that something is met</Trans>}>
          <Trans>{teacherName}, from what both have seen</Trans>
        </Said>
        <Said title={<Trans>To be looked at again</Trans>}>{reviewOn}</Said>
      </dl>
      <Signatures agreement={agreement} />
    </div>
  )
}

interface LineProps {
  /** For a narrow screen, where the columns stand beneath each other. */
  readonly names: readonly [string, string]
  readonly title: ReactNode
  readonly teacher: string
  readonly practitioner: string
}

function Line({ names: [teacherName, practitionerName], title, teacher, practitioner }: LineProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        <span className={styles.who}>{teacherName}</span>
        {teacher}
      </td>
      <td>
        <span className={styles.who}>{practitionerName}</span>
        {practitioner}
      </td>
    </tr>
  )
}

function Said({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.said}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Signatures({
  agreement: { signatures, teacherId, teacherName, practitionerId, practitionerName },
}: {
  readonly agreement: Agreement
}) {
  // In full: the sheet is printed and kept, and “today” is another day tomorrow.
  const { inFull } = useDays()
  const people = [
    { id: teacherId, name: teacherName },
    { id: practitionerId, name: practitionerName },
  ]
  return (
    <ul className={styles.signatures}>
      {people.map(({ id, name }) => {
        const signed = signatures.find(({ personId }) => personId === id)
        const when = signed === undefined ? undefined : inFull(signed.signedAt)
        return (
          <li key={id}>
            {when === undefined ? (
              <Trans>{name}: not agreed yet</Trans>
            ) : (
              <Trans>
                Agreed by {name}, {when}
              </Trans>
            )}
          </li>
        )
      })}
    </ul>
  )
}
