// What each place of a unit is given: the registration, and the standard in the version that it keeps.
import type { Registration } from '../../../centre/registrations/contract.ts'
import type { StandardPack } from '../../../centre/standards/contract.ts'

export interface UnitPlaceProps {
  readonly registration: Registration
  readonly pack: StandardPack
}
