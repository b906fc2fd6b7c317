// Does not compile, on purpose: see scripts/test-parts.test.ts.
export const number: number = 'planted'
