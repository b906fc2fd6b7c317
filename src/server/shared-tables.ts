// The one list of tables that belong to no organisation. All others are tenant tables, under row-level security.

/** Shared tables, `schema.table`; on a sharded database they would be reference tables (`sessions` stays on the coordinator). */
export const sharedTables: readonly string[] = [
  'auth.accounts',
  'auth.sessions',
  'auth.users',
  'auth.verifications',
  'public.installation',
  'public.memberships',
  'public.organisations',
  'public.schema_migrations',
]
