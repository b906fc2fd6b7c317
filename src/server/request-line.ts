// What the log says of a request: which route answered, never what somebody could have written into an address.
import type { Context } from 'hono'
import { routePath } from 'hono/route'

/** A log line: never a query string, a body, a name or an address. */
export interface RequestLine {
  readonly id: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  readonly fault?: string
}

/**
 * The route as the program names it: of an operation its name, of everything else of the API its pattern, with no id and no token in it; of pages nothing
 * but that it was one. What an address says beside these anybody may have typed: a witness's token, a person's name.
 */
export function routeOf(context: Context, operationNames: ReadonlySet<string>): string {
  if (!context.req.path.startsWith('/api/')) return 'web'
  const pattern = routePath(context)
  const name = context.req.param('name') ?? ''
  return /^\/api\/:name(\/question)?$/.test(pattern) && operationNames.has(name) ? pattern.replace(':name', name) : pattern
}
