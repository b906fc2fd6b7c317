// What was typed: into a field that may stay empty, and to say a name again.

/** Without spaces around; null when nothing was typed. @example orNull('  ') // null */
export function orNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

/** Whether what was typed is the name; capitals and spaces around don't matter. @example isTypedName('  callum  b ', 'Callum B') // true */
export function isTypedName(typed: string, name: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB')
  return plain(typed) === plain(name)
}
