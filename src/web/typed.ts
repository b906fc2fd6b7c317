// What was typed into a field that may stay empty.

/** Without spaces around; null when nothing was typed. @example orNull('  ') // null */
export function orNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}
