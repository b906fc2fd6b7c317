// Who chose what: the right option first, then each misconception by its name, with its learners. Names and shapes, never how many.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Id } from '../../core/ids.ts'
import { Square } from '../../web/ui/Square.tsx'
import { hingeReading } from '../misconceptions/rules.ts'
import type { FoundLearner } from './client.ts'
import styles from './HingeResult.module.css'
import { letterOf } from './HingeRow.tsx'
import type { ChosenOption } from './rules.ts'

interface HingeResultProps {
  readonly chosen: readonly ChosenOption[]
  readonly learners: readonly FoundLearner[]
  /** What misconceptions are called. */
  readonly names: ReadonlyMap<Id, string>
}

export function HingeResult({ chosen, learners, names }: HingeResultProps) {
  const { t } = useLingui()
  const placed = chosen.map((option, place) => ({ option, letter: letterOf(place) }))
  const shown = placed
    .filter(({ option }) => option.answers.length > 0)
    .toSorted((one, other) => Number(other.option.isRight) - Number(one.option.isRight))
  const answered = new Set(chosen.flatMap(({ answers }) => answers.map(({ learnerId }) => learnerId)))
  const waiting = learners.filter(({ id }) => !answered.has(id))
  if (shown.length === 0) {
    return (
      <p className={styles.soft}>
        <Trans>Nobody has answered yet. Tap what each chose.</Trans>
      </p>
    )
  }
  return (
    <ul className={styles.result} aria-label={t`What the answers say`}>
      {shown.map(({ option, letter }) => (
        <li key={option.id}>
          <p className={styles.what}>
            {option.isRight ? (
              <Trans>
                {letter}, {option.wording}: right
              </Trans>
            ) : (
              <>
                {names.get(option.misconceptionId ?? '') ?? <Trans>A misconception</Trans>}
                <span className={styles.soft}>
                  {' '}
                  <Trans>
                    ({letter}, {option.wording})
                  </Trans>
                </span>
              </>
            )}
          </p>
          <Choosers option={option} learners={learners} />
        </li>
      ))}
      {waiting.length > 0 && (
        <li className={styles.soft}>
          <Names learners={waiting} />
          {': '}
          <Trans>no answer yet</Trans>
        </li>
      )}
    </ul>
  )
}

function Choosers({ option, learners }: { readonly option: ChosenOption; readonly learners: readonly FoundLearner[] }) {
  const nameOf = (id: Id) => learners.find((learner) => learner.id === id)?.shortName
  return (
    <ul className={styles.names}>
      {option.answers.map(({ learnerId, isSure }) => (
        <li key={learnerId}>
          <Square state={hingeReading(option, isSure).response} size="small" word="elsewhere" />
          {nameOf(learnerId) ?? <Trans>A learner</Trans>}
          {isSure === false && (
            <span className={styles.soft}>{option.isRight ? <Trans>not sure, so not secure</Trans> : <Trans>not sure</Trans>}</span>
          )}
          {isSure === true && (
            <span className={styles.soft}>
              <Trans>sure</Trans>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Names({ learners }: { readonly learners: readonly FoundLearner[] }) {
  const { i18n } = useLingui()
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(learners.map(({ shortName }) => shortName))
}
