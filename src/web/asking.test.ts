// Which refusals are asked about again.
import { describe, expect, it } from 'vitest'
import { type ErrorCode, errors } from '../core/errors.ts'
import { isFinal } from './asking.ts'

describe('a refusal', () => {
  const all = Object.keys(errors) as ErrorCode[]

  it('is final where the page is not there, not for whoever asks, or has an address of another form', () => {
    expect(all.filter((code) => isFinal({ code }))).toEqual(['invalid', 'not_allowed', 'not_found'])
  })
})
