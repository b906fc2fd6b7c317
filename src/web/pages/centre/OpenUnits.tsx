// What is open in several units of a candidate: each unit is asked for, one inside the other, until all are known.
import type { ReactNode } from 'react'
import { useUnit } from '../../../centre/decisions/client.ts'
import type { Unit } from '../../../centre/decisions/contract.ts'
import type { OpenUnit } from '../../../centre/planner/client.ts'
import type { Id } from '../../../core/ids.ts'
import { AskedView } from '../../ui/AskedView.tsx'

interface OpenUnitsProps {
  readonly registrationIds: readonly Id[]
  readonly found?: readonly OpenUnit[]
  readonly children: (units: readonly OpenUnit[]) => ReactNode
}

export function OpenUnits({ registrationIds, found = [], children }: OpenUnitsProps) {
  const [first, ...rest] = registrationIds
  if (first === undefined) return <>{children(found)}</>
  return (
    <OneUnit key={first} registrationId={first}>
      {(unit) => (
        <OpenUnits registrationIds={rest} found={[...found, openIn(unit)]}>
          {children}
        </OpenUnits>
      )}
    </OneUnit>
  )
}

function OneUnit({ registrationId, children }: { readonly registrationId: Id; readonly children: (unit: Unit) => ReactNode }) {
  return <AskedView asked={useUnit(registrationId)}>{children}</AskedView>
}

/** Every half that no decision has met yet. */
function openIn({ registration, pack, leaves }: Unit): OpenUnit {
  const open = leaves.flatMap(({ leaf, halves }) =>
    halves.filter(({ isMet }) => !isMet).map(({ half }) => ({ registrationId: registration.id, leaf, half })),
  )
  return { registration, pack, open }
}
