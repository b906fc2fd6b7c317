// A test that fails, on purpose: see scripts/test-parts.test.ts.
import { expect, it } from 'vitest'

it('fails', () => expect(1).toBe(2))
