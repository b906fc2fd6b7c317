// The fewest activities that cover what is open, each with what it is there for; what is not possible here is taken off, and what it shows can be changed.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { CheckboxField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { EmptyState, Notice } from '../../web/ui/Notice.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { leafNames } from '../standards/client.ts'
import { canClose } from '../standards/rules.ts'
import { isSameHalf, type OpenUnit, useActivityWords, useFewest, useHalfNames } from './client.ts'
import { methodOf, type PlannedHalf } from './contract.ts'
import styles from './PlannerPanel.module.css'
import { type Activity, type Fewest, halfKey } from './rules.ts'

interface PlannerPanelProps {
  readonly units: readonly OpenUnit[]
  readonly onUse: (answer: Fewest) => void
  readonly onClose: () => void
}

const nothing: ReadonlySet<string> = new Set()
const noChange: ReadonlyMap<string, readonly PlannedHalf[]> = new Map()

export function PlannerPanel({ units, onUse, onClose }: PlannerPanelProps) {
  const [off, setOff] = useState(nothing)
  const [changed, setChanged] = useState(noChange)
  const { activities, answer } = useFewest(units, off, changed)
  const open = units.flatMap((unit) => unit.open).length
  if (open === 0)
    return (
      <EmptyState
        title={<Trans>Nothing is open in these units</Trans>}
        action={
          <Button onPress={onClose}>
            <Trans>Back to the plans</Trans>
          </Button>
        }
      />
    )
  return (
    <Stack gap="large">
      <Answer answer={answer} units={units} open={open} />
      <Row>
        <Button kind="primary" icon={CalendarPlus} onPress={() => onUse(answer)}>
          <Trans>Plan these</Trans>
        </Button>
        <Button onPress={onClose}>
          <Trans>Back to the plans</Trans>
        </Button>
      </Row>
      <Card title={<Trans>What is possible here</Trans>}>
        <p className={styles.soft}>
          <Trans>Take off what can’t be done, and say what each could show. The answer above follows.</Trans>
        </p>
        <ul className={styles.offers}>
          {activities.map((activity) => (
            <OfferLine
              key={activity.id}
              activity={activity}
              units={units}
              isOn={!off.has(activity.id)}
              onTurn={(isOn) => setOff(turned(off, activity.id, isOn))}
              onShow={(shows) => setChanged(new Map(changed).set(activity.id, shows))}
            />
          ))}
        </ul>
      </Card>
    </Stack>
  )
}

function turned(off: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> {
  return isOn ? new Set([...off].filter((one) => one !== id)) : new Set([...off, id])
}

function Answer({
  answer: { chosen, left, isProven },
  units,
  open,
}: {
  readonly answer: Fewest
  readonly units: readonly OpenUnit[]
  readonly open: number
}) {
  const words = useActivityWords(units)
  const nameOf = useHalfNames(units)
  const shown = open - left.length
  return (
    <Card title={<Plural value={chosen.length} one="One activity covers it" other="# activities cover it" />}>
      <Stack>
        <p role="status">
          {isProven ? (
            <Trans>
              {shown} of {open} open points. No fewer would do, as far as each activity shows what is said below.
            </Trans>
          ) : (
            <Trans>
              {shown} of {open} open points. This is the best that was found in one second: there may be a plan with fewer.
            </Trans>
          )}
        </p>
        <ol className={styles.chosen}>
          {chosen.map(({ activity, shows, alone }) => (
            <li key={activity.id}>
              <p className={styles.name}>{words(activity)}</p>
              <p className={styles.soft}>{shows.map(nameOf).join(' · ')}</p>
              {alone.length < shows.length && alone.length > 0 && (
                <p className={styles.soft}>
                  <Trans>Only here: {alone.map(nameOf).join(' · ')}</Trans>
                </p>
              )}
            </li>
          ))}
        </ol>
        {left.length > 0 && <LeftOver left={left} units={units} />}
      </Stack>
    </Card>
  )
}

/** What stays open for other methods, and why. */
function LeftOver({ left, units }: { readonly left: readonly PlannedHalf[]; readonly units: readonly OpenUnit[] }) {
  const nameOf = useHalfNames(units)
  const observed = left.filter(({ half }) => half === 'observed')
  const known = left.filter(({ half }) => half === 'knowledge')
  return (
    <Notice kind="warn" title={<Trans>Stays open</Trans>}>
      {observed.length > 0 && (
        <p>
          <Trans>
            {observed.map(nameOf).join(' · ')}: only an observation or an expert witness can show it, and nothing that is possible here
            does.
          </Trans>
        </p>
      )}
      {known.length > 0 && (
        <p>
          <Trans>
            {known.map(nameOf).join(' · ')}: an assignment, questions, a discussion or a reflection could show it, and nothing that is
            possible here does.
          </Trans>
        </p>
      )}
    </Notice>
  )
}

interface OfferLineProps {
  readonly activity: Activity
  readonly units: readonly OpenUnit[]
  readonly isOn: boolean
  readonly onTurn: (isOn: boolean) => void
  readonly onShow: (shows: readonly PlannedHalf[]) => void
}

function OfferLine({ activity, units, isOn, onTurn, onShow }: OfferLineProps) {
  const { t } = useLingui()
  const words = useActivityWords(units)
  const [isOpen, setOpen] = useState(false)
  const { id, shows } = activity
  const name = words(activity)
  return (
    <li>
      <div className={styles.offer}>
        <CheckboxField
          name={`offer-${id}`}
          label={name}
          hint={<Plural value={shows.length} one="# open point" other="# open points" />}
          isChecked={isOn}
          onChange={onTurn}
        />
        <Button
          kind="quiet"
          size="small"
          aria-expanded={isOpen}
          aria-label={isOpen ? t`Close: ${name}` : t`What it shows: ${name}`}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? <Trans>Close</Trans> : <Trans>What it shows</Trans>}
        </Button>
      </div>
      {isOpen && <Shows activity={activity} units={units} onShow={onShow} />}
    </li>
  )
}

/** Every open half that the activity's method can close, picked or not. */
function Shows({ activity, units, onShow }: Pick<OfferLineProps, 'activity' | 'units' | 'onShow'>) {
  const method = methodOf[activity.kind]
  const { shows } = activity
  return (
    <div className={styles.shows}>
      {units.flatMap(({ registration, pack, open }) =>
        open
          .filter(({ leaf, half }) => canClose(pack, leaf, half, { method, isExpert: method === 'WT' }))
          .map((half) => (
            <CriterionChip
              key={halfKey(half)}
              leaf={units.length > 1 ? `${registration.unitNumber}: ${half.leaf}` : half.leaf}
              name={leafNames(pack).get(half.leaf) ?? ''}
              isPicked={shows.some((one) => isSameHalf(one, half))}
              onPick={(isPicked) => onShow(isPicked ? [...shows, half] : shows.filter((one) => !isSameHalf(one, half)))}
            />
          )),
      )}
    </div>
  )
}
