// What the global set-up of the tests gives to every test file.
import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** A connection to the test run's PostgreSQL server, with the right to make databases; it holds `evident_template`. */
    databaseServer: string
  }
}
