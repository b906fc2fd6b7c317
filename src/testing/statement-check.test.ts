// The statement check sees each tenant table, under every name that a statement may give it.
import { describe, expect, it } from 'vitest'
import { missingOrganisation, watchFor } from './statement-check.ts'

const tenants = ['people', 'person_roles', 'events']

describe('a statement that names its organisation', () => {
  it.each([
    'select "id" from "people" where "organisation_id" = $1 and "id" = $2',
    'select "p"."id" from "people" as "p" where "p"."organisation_id" = $1',
    'select * from "people" where "people"."organisation_id" = $1',
    'select * from public.people p where $1 = p.organisation_id',
    'insert into "people" ("organisation_id", "id") values ($1, $2), ($3, $4) on conflict do nothing returning "id"',
    'update "people" set "name" = $1 where "organisation_id" = $2 and "id" = $3',
    'delete from "people" where "organisation_id" = $1',
    'select * from "people" as "p" inner join "person_roles" as "r" on "r"."organisation_id" = $1 and "r"."person_id" = "p"."id" where "p"."organisation_id" = $2',
    'select * from "organisations" where "id" = $1',
    'select (select count(*) from "person_roles" where "organisation_id" = $1) as "n" from "people" where "organisation_id" = $2',
    'select * from "people" where ("organisation_id" = $1 and ("id" = $2 or "id" = $3))',
    'with "p" as (select * from "people" where "organisation_id" = $1) select * from "p"',
    'select evident.enter($1)',
    "select 'from people' as text from organisations",
    'select count(*) from "people" where "organisation_id" = $1 union all select count(*) from "events" where "organisation_id" = $2',
  ])('passes: %s', (statement) => {
    expect(missingOrganisation(statement, tenants)).toEqual([])
  })
})

describe('a statement that does not', () => {
  it.each([
    ['select * from "people"', ['people']],
    ['select * from "people" where "id" = $1', ['people']],
    ['SELECT * FROM public."people" WHERE id = $1', ['people']],
    ['select * from "people" where "organisation_id" = "other"', ['people']],
    ['select * from "people" where "other_organisation_id" = $1', ['people']],
    ['update "people" set "organisation_name" = $1 where "id" = $2', ['people']],
    ['delete from "people" where "id" = $1', ['people']],
    ['insert into "people" ("id") values ($1)', ['people']],
    ['insert into "people" ("id") select "person_id" from "person_roles" where "organisation_id" = $1', ['people']],
    [
      'select * from "people" as "p" inner join "person_roles" as "r" on "r"."person_id" = "p"."id" where "p"."organisation_id" = $1',
      ['person_roles'],
    ],
    [
      'select * from "people" as "p", "person_roles" as "r" where "p"."organisation_id" = $1 and "r"."person_id" = "p"."id"',
      ['person_roles'],
    ],
    [
      'select * from "people" as "p" left join "person_roles" as "r" on "r"."person_id" = "p"."id" where "organisation_id" = $1',
      ['people', 'person_roles'],
    ],
    [
      'select (select count(*) from "person_roles" where "person_id" = "p"."id") from "people" as "p" where "p"."organisation_id" = $1',
      ['person_roles'],
    ],
    [
      'select * from "people" as "p" where "p"."organisation_id" = $1 and exists (select from "events" as "e" where "e"."person_id" = "p"."id")',
      ['events'],
    ],
    ['with "e" as (select * from "events") select * from "people" where "organisation_id" = $1', ['events']],
    ['select 1 from "people" where "organisation_id" = $1 union all select 1 from "events"', ['events']],
    [
      'update "people" set "name" = $1 from "events" as "e" where "people"."organisation_id" = $2 and "e"."person_id" = "people"."id"',
      ['events'],
    ],
    ['delete from "people" using "events" as "e" where "people"."organisation_id" = $1', ['events']],
    ['select * from "people" where "name" = \'organisation_id = $1\'', ['people']],
    ['select * from "people" -- where "organisation_id" = $1', ['people']],
  ])('is found: %s', (statement, missing) => {
    expect([...missingOrganisation(statement, tenants)].sort()).toEqual(missing)
  })
})

describe('the watch', () => {
  it('lets a bad statement fail, and the whole file when that failure was caught', () => {
    const watch = watchFor(tenants)
    watch.look('select * from "people" where "organisation_id" = $1')
    expect(() => watch.end()).not.toThrow()
    expect(() => watch.look('select * from "people"')).toThrow('whose rows of people')
    expect(() => watch.end()).toThrow('whose rows of people')
  })
})
