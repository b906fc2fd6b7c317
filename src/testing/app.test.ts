// The test application itself: a statement that leaves the organisation open fails the test that ran it.
import { expect, it } from 'vitest'
import { testApp } from './app.ts'

it('fails a test whose statement does not say whose rows it means', async () => {
  const app = await testApp()
  const wrong = app.school.look((tx) => tx.db.selectFrom('people').select('id').execute())
  await expect(wrong).rejects.toThrow('whose rows of people')
  await expect(app.close()).rejects.toThrow('whose rows of people')
})
