// The configuration of the tests, pointed at a test that fails: proves that the test command notices.
import config from '../../../vitest.config.ts'

export default { test: { ...config.test, include: ['src/testing/planted/failing.planted.ts'] } }
