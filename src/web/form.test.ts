// A form's texts against the contract's shapes.
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Email, Name } from '../common/organisations/contract.ts'
import { check } from './form.ts'

const rules = {
  name: { shape: Name, wanted: 'Enter a name' },
  email: { shape: Email, wanted: 'Enter an address' },
  day: { shape: z.string(), wanted: '' },
}

test('what fits comes out as the contract has it', () => {
  const { values, problems } = check(rules, { name: ' Dawn ', email: 'Dawn@Example.ORG', day: '' })
  expect(problems).toEqual([])
  expect(values).toEqual({ name: 'Dawn', email: 'dawn@example.org', day: '' })
})

test('what does not fit is named in the form’s order, with what is wanted', () => {
  expect(check(rules, { name: '  ', email: 'dawn', day: '' }).problems).toEqual([
    { name: 'name', message: 'Enter a name' },
    { name: 'email', message: 'Enter an address' },
  ])
})
