// The one list of tables that belong to no organisation. All others are tenant tables, under row-level security.

/** Shared tables, `schema.table`; on a sharded database they would be reference tables (`sessions` stays on the coordinator). */
export const sharedTables: readonly string[] = [
  'auth.accounts',
  'auth.sessions',
  'auth.users',
  'auth.verifications',
  'public.assessment_criteria',
  'public.assignment_heading_leaves',
  'public.assignment_headings',
  'public.criterion_leaves',
  'public.crosswalk_leaves',
  'public.crosswalks',
  'public.framework_statements',
  'public.half_methods',
  'public.installation',
  'public.leaf_methods',
  'public.linked_units',
  'public.memberships',
  'public.organisations',
  'public.outcome_links',
  'public.own_setting_tables',
  'public.page_texts',
  'public.schema_migrations',
  'public.standard_packs',
  'public.unit_outcomes',
]
