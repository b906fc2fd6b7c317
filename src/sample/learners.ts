// The children of the sample. All are invented; no name here is ever said to the college.
import type { SymbolName } from '../core/symbols.ts'
import type { Member } from './cast.ts'
import { school } from './cast.ts'

export interface Child {
  readonly key: string
  readonly givenName: string
  readonly familyInitial: string
  readonly symbol: SymbolName
  readonly whatHelps?: string
}

/** `Callum B football: Short goals` */
function child(line: string): Child {
  const [, givenName = '', familyInitial = '', symbol = '', whatHelps] = /^(\S+) (\S) (\w+)(?:: (.+))?$/.exec(line) ?? []
  const named = { key: `${givenName} ${familyInitial}`, givenName, familyInitial, symbol: symbol as SymbolName }
  return whatHelps === undefined ? named : { ...named, whatHelps }
}

/** The six of the support group. */
export const boostChildren: readonly Child[] = [
  'Aaliyah R cupcake: Fraction wall',
  'Callum B football: Short goals',
  'Ewa K horse: Word mat, talk partner',
  'Jayden M game: Check back',
  'Maisie T palette: Ask in private',
  'Theo W steam_train: Step card, 2 steps',
].map(child)

/** Left in the middle of the term; the family asked for the records to be erased. */
export const leaver = child('Noah J rocket: Sit near the front')

const restOf4H: readonly Child[] = [
  'Amir T cricket',
  'Bella S rabbit',
  'Cody F skateboard',
  'Daisy P bee',
  'Elif Y sunflower: Read the question aloud first',
  'Finn O boat',
  'Grace A ballet',
  'Harvey L tractor: A place without noise',
  'Idris N lion',
  'Isla V dolphin',
  'Kacper W penguin: Word mat',
  'Layla H butterfly',
  'Mason G dinosaur',
  'Niamh C fox',
  'Oliver D robot: Counters and squared paper',
  'Poppy J strawberry',
  'Quinn H owl',
  'Rosa M guitar',
  'Samuel E basketball',
  'Tilly B unicorn',
  'Will S bicycle',
  'Yusuf A helicopter: Time to talk it through',
].map(child)

/** 28, and the one who left. */
export const class4H: readonly Child[] = [...boostChildren, ...restOf4H]

export const class2C: readonly Child[] = [
  'Alba N moon',
  'Bertie K frog',
  'Carys E rainbow',
  'Dev S kite',
  'Erin L cat',
  'Farah M star',
  'Gus P dog',
  'Hanna W ice_cream',
  'Ivo D fire_engine',
  'Jess T turtle',
  'Kofo A drum',
  'Luca R racing_car',
  'May G apple',
  'Ned B hedgehog',
  'Orla C snowflake',
  'Piotr Z aeroplane',
  'Ravi J elephant',
  'Skye F whale',
].map(child)

/** What the families said. Everybody else said yes to photos of work and to sentences without a name. */
export const familySaidNo = {
  photo_of_work: ['Maisie T', 'Harvey L'],
  portfolio_descriptor: ['Jayden M', 'Layla H'],
} as const

/** Groups by the label that their id comes from. */
export const groups = {
  class4H: { label: 'group 4H', name: '4H Mathematics', cover: 'bottle', kind: 'class', teacher: school.ben, children: class4H },
  class2C: { label: 'group 2C', name: '2C Mathematics', cover: 'brick', kind: 'class', teacher: school.ruth, children: class2C },
  boost: { label: 'group boost', name: 'Fractions boost', cover: 'plum', kind: 'support', teacher: school.ben, children: boostChildren },
} as const satisfies Record<string, SampleGroup>

export interface SampleGroup {
  readonly label: string
  readonly name: string
  readonly cover: 'bottle' | 'brick' | 'plum' | 'sky' | 'mustard' | 'slate'
  readonly kind: 'class' | 'support'
  readonly teacher: Member
  readonly children: readonly Child[]
}
