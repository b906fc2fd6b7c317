// The evidence location sheet of a candidate, this unit first.
import { useMatrix } from '../../../../centre/matrix/client.ts'
import { MatrixSheet } from '../../../../centre/matrix/MatrixSheet.tsx'
import { AskedView } from '../../../ui/AskedView.tsx'
import type { UnitPlaceProps } from '../place-props.ts'

export function MatrixPlace({ registration: { id } }: UnitPlaceProps) {
  return <AskedView asked={useMatrix(id)}>{(matrix) => <MatrixSheet matrix={matrix} registrationId={id} />}</AskedView>
}
