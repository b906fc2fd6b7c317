// A group's consents in one table: who told it on which day once, then a yes or no for each child and purpose.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import type { Day } from '../../core/time.ts'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { ConsentHistory } from './ConsentHistory.tsx'
import styles from './ConsentTable.module.css'
import { countSaid, type GroupConsents, keepConsent, type LearnerConsents, purposes, type SaidNow } from './client.ts'
import type { ConsentPurpose } from './contract.ts'
import { usePurposeWords } from './PurposeWords.tsx'

export function ConsentTable({ consents }: { readonly consents: GroupConsents }) {
  const words = usePurposeWords()
  const form = useTold()
  const [historyOf, setHistoryOf] = useState<LearnerConsents>()
  const { learners, canSet } = consents
  return (
    <div className={styles.sheet}>
      {canSet && <Told form={form} />}
      <table className={styles.table} aria-label={consents.group.name}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Learner</Trans>
            </th>
            {purposes.map((purpose) => (
              <th key={purpose} scope="col">
                {words[purpose].short}
                <Count learners={learners} purpose={purpose} />
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {learners.map((learner) => (
            <Row
              key={learner.id}
              learner={learner}
              onSay={canSet ? (purpose, isGiven) => form.say(learner.id, purpose, isGiven) : undefined}
              onHistory={() => setHistoryOf(learner)}
            />
          ))}
        </tbody>
      </table>
      {historyOf !== undefined && <ConsentHistory learner={historyOf} onClose={() => setHistoryOf(undefined)} />}
    </div>
  )
}

function useTold() {
  const { t } = useLingui()
  const { today } = useDays()
  const [toldBy, setToldBy] = useState('')
  const [toldOn, setToldOn] = useState<Day>(today)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const say = (learnerId: Id, purpose: ConsentPurpose, isGiven: boolean) => {
    const found: Problem[] = []
    if (toldBy.trim() === '') found.push({ name: 'told-by', message: t`Say who told it, before you choose` })
    if (toldOn === '' || toldOn > today) found.push({ name: 'told-on', message: t`Give a day that is not to come` })
    setProblems(found)
    if (found.length > 0) setAttempt((before) => before + 1)
    else void keepConsent({ learnerId, purpose, isGiven, toldBy, toldOn })
  }
  return { toldBy, setToldBy, toldOn, setToldOn, problems, attempt, say, today }
}

function Told({ form }: { readonly form: ReturnType<typeof useTold> }) {
  const errorOf = (name: string) => form.problems.find((problem) => problem.name === name)?.message
  return (
    <>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <div className={styles.told}>
        <Field
          name="told-by"
          label={<Trans>Told by</Trans>}
          hint={<Trans>Mother, Mr Brown, the signed form</Trans>}
          error={errorOf('told-by')}
          value={form.toldBy}
          onChange={form.setToldBy}
          maxLength={60}
          width="full"
          autoComplete="off"
        />
        <Field
          name="told-on"
          type="date"
          label={<Trans>On</Trans>}
          error={errorOf('told-on')}
          value={form.toldOn}
          onChange={form.setToldOn}
          max={form.today}
          width="full"
        />
      </div>
    </>
  )
}

function Count({ learners, purpose }: { readonly learners: readonly LearnerConsents[]; readonly purpose: ConsentPurpose }) {
  const { yes, no, unasked } = countSaid(learners, purpose)
  return (
    <span className={styles.count}>
      <Trans>
        {yes} yes, {no} no, {unasked} not asked
      </Trans>
    </span>
  )
}

interface RowProps {
  readonly learner: LearnerConsents
  readonly onSay: ((purpose: ConsentPurpose, isGiven: boolean) => void) | undefined
  readonly onHistory: () => void
}

function Row({ learner, onSay, onHistory }: RowProps) {
  const { t } = useLingui()
  const { name } = learner
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      {purposes.map((purpose) => (
        <td key={purpose}>
          <Cell name={name} purpose={purpose} said={learner.said[purpose]} onSay={onSay} />
        </td>
      ))}
      <td>
        <Button size="small" kind="quiet" aria-label={t`History: ${name}`} aria-haspopup="dialog" onPress={onHistory}>
          <Trans>History</Trans>
        </Button>
      </td>
    </tr>
  )
}

interface CellProps extends Pick<RowProps, 'onSay'> {
  readonly name: string
  readonly purpose: ConsentPurpose
  readonly said: SaidNow
}

function Cell({ name, purpose, said, onSay }: CellProps) {
  const { t } = useLingui()
  const days = useDays()
  const words = usePurposeWords()
  const value = said === null ? undefined : said.isGiven ? 'yes' : 'no'
  const since = said === null ? t`Not asked` : days.day(said.toldOn)
  return (
    <div className={styles.cell}>
      <span className={styles.onPhone}>{words[purpose].short}</span>
      {onSay === undefined ? (
        <span>{value === 'yes' ? t`Yes` : t`No`}</span>
      ) : (
        <ChipGroup
          label={t`${words[purpose].short}, ${name}`}
          isLabelHidden
          look="joined"
          isNeeded
          chips={[
            { id: 'yes', label: t`Yes` },
            { id: 'no', label: t`No` },
          ]}
          value={value}
          onChange={(next) => next !== undefined && onSay(purpose, next === 'yes')}
        />
      )}
      <span className={styles.since}>{since}</span>
    </div>
  )
}
