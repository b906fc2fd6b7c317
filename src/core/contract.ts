// What an operation is: a name, the shape that goes in and the shape that comes out; one contract for server, form and OpenAPI.
import type * as z from 'zod/mini'
import type { OrganisationKind } from './actor.ts'

export type Schema = z.core.$ZodType

interface Shared<Name extends string, Input extends Schema, Output extends Schema> {
  /** `noun.verb` for a command, `noun.phrase` for a query. */
  readonly name: Name
  readonly input: Input
  readonly output: Output
  /** Where it may be asked: a school's operation does not exist in a centre. */
  readonly where: OrganisationKind | 'both'
  /** One sentence for `docs/api.json`. */
  readonly summary: string
}

/** A wish to change something. It has an id of its own and can be sent any number of times: it happens once. */
export interface Command<Name extends string = string, Input extends Schema = Schema, Output extends Schema = Schema>
  extends Shared<Name, Input, Output> {
  readonly type: 'command'
  /** `person` needs a session; `visitor` is for those who have none yet (set-up, invitation, recovery). */
  readonly who: 'person' | 'visitor'
  /** Rises when the input's shape changes; a device may hold entries of earlier versions. */
  readonly version: number
}

/** A question. It changes nothing but the access log. */
export interface Query<Name extends string = string, Input extends Schema = Schema, Output extends Schema = Schema>
  extends Shared<Name, Input, Output> {
  readonly type: 'query'
}

export type Operation = Command | Query

/** The value that a schema takes after parsing. */
export type Parsed<S extends Schema> = z.core.output<S>

interface CommandParts<Input extends Schema, Output extends Schema> {
  readonly input: Input
  readonly output: Output
  readonly where: OrganisationKind | 'both'
  readonly summary: string
  readonly who?: 'person' | 'visitor'
  readonly version?: number
}

// The marks before the two functions let the bundler leave out what a page does not use.

/** Declares a command. @example command('goal.close', { where: 'school', summary: '…', input: z.object({ id: Id }), output: z.object({}) }) */
/*#__NO_SIDE_EFFECTS__*/ export function command<Name extends string, Input extends Schema, Output extends Schema>(
  name: Name,
  parts: CommandParts<Input, Output>,
): Command<Name, Input, Output> {
  return { type: 'command', name, who: 'person', version: 1, ...parts }
}

/** Declares a query. @example query('group.mine', { where: 'school', summary: '…', input: z.object({}), output: z.array(Group) }) */
/*#__NO_SIDE_EFFECTS__*/ export function query<Name extends string, Input extends Schema, Output extends Schema>(
  name: Name,
  parts: Omit<CommandParts<Input, Output>, 'who' | 'version'>,
): Query<Name, Input, Output> {
  return { type: 'query', name, ...parts }
}
