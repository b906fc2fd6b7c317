// The evidence location sheet of a candidate, this unit first.
import { useMatrix } from '../../../../centre/matrix/client.ts'
import { MatrixSheet } from '../../../../centre/matrix/MatrixSheet.tsx'
import { ExpertsNotice } from '../../../../centre/sampling/ExpertsNotice.tsx'
import { canSample } from '../../../../centre/sampling/policy.ts'
import { useActor } from '../../../member.ts'
import { AskedView } from '../../../ui/AskedView.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import type { UnitPlaceProps } from '../place-props.ts'

export function MatrixPlace({ registration }: UnitPlaceProps) {
  const { id } = registration
  const isVerifying = canSample(useActor(), registration)
  return (
    <Stack>
      {isVerifying && <ExpertsNotice registrationId={id} />}
      <AskedView asked={useMatrix(id)}>{(matrix) => <MatrixSheet matrix={matrix} registrationId={id} />}</AskedView>
    </Stack>
  )
}
