// Frameworks: the statements that learning goals can point at, each under framework, version and code.
import * as z from 'zod/mini'
import { query } from '../../core/contract.ts'

const code = z.string().check(z.minLength(1), z.maxLength(40))

/** Names one statement of one version of a framework; a goal keeps it, so that a later wording changes nothing that was said. */
export const StatementRef = z.object({ framework: code, version: z.int().check(z.positive()), code })
export type StatementRef = z.infer<typeof StatementRef>

export const FrameworkStatement = z.object({
  ...StatementRef.shape,
  subject: z.string(),
  /** The school year in England; 0 is Reception. */
  year: z.int(),
  strand: z.string(),
  wording: z.string(),
})
export type FrameworkStatement = z.infer<typeof FrameworkStatement>

export const frameworkStatements = query('framework.statements', {
  where: 'school',
  summary: 'The statements that goals can be linked to, in their order.',
  input: z.object({}),
  output: z.object({ statements: z.array(FrameworkStatement) }),
})
