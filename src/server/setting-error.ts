// A start that can't be: which setting, what is wrong, what to do.

/** Ends the program with a sentence and an exit code that is not 0, never with a stack trace. */
export class SettingError extends Error {
  /** The setting to look at, such as `EVIDENT_DATA`. */
  readonly setting: string
  readonly remedy: string
  constructor(setting: string, problem: string, remedy: string) {
    super(`${setting}: ${problem}\n${remedy}`)
    this.name = 'SettingError'
    this.setting = setting
    this.remedy = remedy
  }
}
