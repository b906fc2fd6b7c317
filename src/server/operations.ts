// All operations of the program, feature by feature.
import { organisationHandlers } from '../common/organisations/handlers.ts'
import { peopleHandlers } from '../common/people/handlers.ts'
import type { Handled } from './operation.ts'

export const operations: readonly Handled[] = [...organisationHandlers, ...peopleHandlers]

/** Names of commands that need no session. */
export const visitorCommands: ReadonlySet<string> = new Set(
  operations.filter(({ contract }) => contract.type === 'command' && contract.who === 'visitor').map(({ contract }) => contract.name),
)
