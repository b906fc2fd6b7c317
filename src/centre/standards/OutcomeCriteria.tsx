// The criteria of one outcome: our short words, the official ones beside them where the centre has them, and how each is shown.
import { Trans } from '@lingui/react/macro'
import { useHalfWords } from './client.ts'
import type { CriterionLeaf, OfficialWording, StandardPack } from './contract.ts'
import styles from './OutcomeCriteria.module.css'
import { methodsFor } from './rules.ts'

interface Shown {
  readonly pack: StandardPack
  readonly wording: OfficialWording | null
}

export function OutcomeCriteria({ number, ...shown }: Shown & { readonly number: number }) {
  const { pack, wording } = shown
  const label = pack.outcomes.find((one) => one.number === number)?.label
  return (
    <section className={styles.outcome} aria-labelledby={`criteria-${number}`}>
      <h3 id={`criteria-${number}`}>
        {number}. {label}
      </h3>
      {wording?.outcomes[number] !== undefined && <p className={styles.official}>{wording.outcomes[number]}</p>}
      <ol className={styles.leaves}>
        {leavesOf(pack, number).map((leaf) => (
          <li key={leaf.code}>
            <Leaf {...shown} leaf={leaf} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function leavesOf({ criteria, leaves }: StandardPack, outcomeNumber: number): readonly CriterionLeaf[] {
  const own = new Set(criteria.filter((one) => one.outcomeNumber === outcomeNumber).map(({ code }) => code))
  return leaves.filter(({ criterionCode }) => own.has(criterionCode))
}

function Leaf({ pack, leaf, wording }: Shown & { readonly leaf: CriterionLeaf }) {
  const halves = useHalfWords()
  const stem = wording?.criteria[leaf.criterionCode]
  const official = wording?.leaves[leaf.code]
  return (
    <>
      <b className={styles.code}>{leaf.code}</b>
      <div>
        <p className={styles.label}>{leaf.label}</p>
        <p>{leaf.description}</p>
        {official !== undefined && (
          <p className={styles.official}>
            {stem !== undefined && `${stem} `}
            {official}
          </p>
        )}
        <p className={styles.how}>
          {leaf.verb !== '' && (
            <span>
              <Trans>
                Verb: <b>{leaf.verb}</b>
              </Trans>
            </span>
          )}
          {leaf.halves.map((half) => {
            const methods = methodsFor(pack, leaf.code, half)
              .map(({ method }) => method)
              .join(', ')
            return (
              <span key={half} className={styles.half}>
                <Trans>
                  {halves[half]}: {methods}
                </Trans>
              </span>
            )
          })}
        </p>
      </div>
    </>
  )
}
