// One row of taps: a learner's answer is one tap, kept at once; a second tap on it takes it back.
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import type { Id } from '../../core/ids.ts'
import { useGridFocus } from '../../web/ui/ClassMap.tsx'
import type { HingeOption } from '../misconceptions/contract.ts'
import type { FoundLearner } from './client.ts'
import styles from './HingeRow.module.css'
import type { ChosenOption } from './rules.ts'

/** The place of an option, as it is said: A, B, C … */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place)
}

interface HingeRowProps {
  readonly learners: readonly FoundLearner[]
  /** The options in their order, each with its answers. */
  readonly chosen: readonly ChosenOption[]
  readonly onAnswer: (learnerId: Id, option: HingeOption) => void
}

export function HingeRow({ learners, chosen, onAnswer }: HingeRowProps) {
  const { t } = useLingui()
  const table = useRef<HTMLTableElement>(null)
  const { stop, move, follow } = useGridFocus(table, { lines: learners.length, columns: chosen.length })
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys move in */}
      <table ref={table} role="grid" aria-label={t`Who chose what`} className={styles.row} onKeyDown={move} onFocus={follow}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <Trans>Learner</Trans>
            </th>
            {chosen.map(({ id, wording }, place) => (
              <th key={id} scope="col">
                <b>{letterOf(place)}</b>
                <span className={styles.option}>{wording}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {learners.map(({ id: learnerId, shortName }, line) => (
            <tr key={learnerId}>
              <th scope="row">{shortName}</th>
              {chosen.map((option, column) => (
                <td key={option.id}>
                  <AnswerButton
                    name={shortName}
                    wording={option.wording}
                    letter={letterOf(column)}
                    answer={option.answers.find((one) => one.learnerId === learnerId)}
                    place={`${line} ${column}`}
                    isStop={stop.line === line && stop.column === column}
                    onPress={() => onAnswer(learnerId, option)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface AnswerButtonProps {
  readonly name: string
  readonly wording: string
  readonly letter: string
  readonly answer: ChosenOption['answers'][number] | undefined
  readonly place: string
  readonly isStop: boolean
  readonly onPress: () => void
}

function AnswerButton({ name, wording, letter, answer, place, isStop, onPress }: AnswerButtonProps) {
  const { t } = useLingui()
  const sure = answer?.isSure == null ? undefined : answer.isSure ? t`sure` : t`not sure`
  return (
    <button
      type="button"
      className={styles.answer}
      data-place={place}
      tabIndex={isStop ? 0 : -1}
      aria-label={sure === undefined ? t`${name}: ${letter}, ${wording}` : t`${name}: ${letter} ${sure}, ${wording}`}
      aria-pressed={answer !== undefined}
      onClick={onPress}
    >
      <span>{letter}</span> {sure !== undefined && <span className={styles.sure}>{sure}</span>}
    </button>
  )
}
