// A place for each open half of each leaf: a moment of the visit, or another method with its day.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useDays } from '../../web/days.ts'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { type OpenUnit, useHalfNames } from '../planner/client.ts'
import type { PlannedHalf } from '../planner/contract.ts'
import { useMethodWords } from '../standards/client.ts'
import { otherMethods, placed, placeOf } from './client.ts'
import type { OtherWay, PlanContent } from './contract.ts'
import styles from './LeafPlaces.module.css'
import { canPlanBy, placingOf } from './rules.ts'

interface LeafPlacesProps {
  readonly content: PlanContent
  /** The units of the plan. */
  readonly units: readonly OpenUnit[]
  readonly onChange: (content: PlanContent) => void
}

export function LeafPlaces({ content, units, onChange }: LeafPlacesProps) {
  const without = units.flatMap(({ open }) => open).filter((half) => placingOf(content, half).kind === 'none').length
  return (
    <div className={styles.places}>
      <p role="status">
        {without === 0 ? (
          <Trans>Everything that is open has a place.</Trans>
        ) : (
          <Plural value={without} one="# criterion has no place yet." other="# criteria have no place yet." />
        )}
      </p>
      {units.map((unit) => (
        <section key={unit.registration.id} className={styles.unit}>
          {units.length > 1 && (
            <h3>
              {unit.registration.unitNumber} {unit.registration.unitTitle}
            </h3>
          )}
          {unit.open.map((half) => (
            <HalfPlace key={`${half.leaf} ${half.half}`} unit={unit} half={half} content={content} onChange={onChange} />
          ))}
        </section>
      ))}
      {content.otherWays.length > 0 && (
        <section className={styles.unit}>
          <h3>
            <Trans>The other ways: how, and by when</Trans>
          </h3>
          {content.otherWays.map((way) => (
            <WayLine
              key={way.method}
              way={way}
              onChange={(changed) =>
                onChange({ ...content, otherWays: content.otherWays.map((one) => (one.method === way.method ? changed : one)) })
              }
            />
          ))}
        </section>
      )}
    </div>
  )
}

interface HalfPlaceProps {
  readonly unit: OpenUnit
  readonly half: PlannedHalf
  readonly content: PlanContent
  readonly onChange: (content: PlanContent) => void
}

function HalfPlace({ unit, half, content, onChange }: HalfPlaceProps) {
  const { t } = useLingui()
  const methods = useMethodWords()
  const nameOf = useHalfNames([unit])
  const moments = canPlanBy(unit.pack, half.leaf, half.half, 'O')
    ? content.moments.map(({ at, label }, index) => ({ id: `moment ${index}`, label: at === null ? label : `${at} ${label}` }))
    : []
  const ways = otherMethods(unit, half).map((method) => ({ id: `way ${method}`, label: t`Otherwise: ${methods[method]}` }))
  return (
    <SelectField
      name={`place-${half.registrationId}-${half.leaf}-${half.half}`}
      label={nameOf(half)}
      placeholder={t`No place yet`}
      options={[...moments, ...ways]}
      value={placeOf(content, half)}
      width="full"
      onChange={(place) => onChange(placed(content, half, place))}
    />
  )
}

function WayLine({ way, onChange }: { readonly way: OtherWay; readonly onChange: (way: OtherWay) => void }) {
  const methods = useMethodWords()
  const { today } = useDays()
  const { method, how, byOn, leaves } = way
  return (
    <div className={styles.way}>
      <Field
        name={`way-${method}-how`}
        label={methods[method]}
        hint={<Plural value={leaves.length} one="for # criterion" other="for # criteria" />}
        maxLength={200}
        width="full"
        isOptional
        value={how}
        onChange={(words) => onChange({ ...way, how: words })}
      />
      <Field
        name={`way-${method}-by`}
        type="date"
        label={<Trans>By</Trans>}
        isOptional
        min={today}
        value={byOn ?? ''}
        onChange={(day) => onChange({ ...way, byOn: day === '' ? null : day })}
      />
    </div>
  )
}
