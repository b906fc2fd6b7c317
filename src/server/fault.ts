// A fault of ours as a log line may say it.

/** The error's kind and place, not its message: a database's message can quote a value. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error'
  const code = (error as { code?: unknown }).code
  const place = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim())
  return [`${error.name}${typeof code === 'string' ? ` ${code}` : ''}`, ...place].join(' | ')
}
