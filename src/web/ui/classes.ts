// Class names of a part, those that hold now.

/** @example classes(styles.button, isWide && styles.wide) */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === 'string').join(' ')
}
