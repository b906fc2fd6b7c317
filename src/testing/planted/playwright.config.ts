// The configuration of the journeys, pointed at one that fails: proves that the test command notices.
import config from '../../../playwright.config.ts'

export default { ...config, retries: 0, testDir: '.', outputDir: '../../../test-results/planted', testMatch: 'failing-journey.planted.ts' }
