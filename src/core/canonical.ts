// One byte sequence for one value: what hashes and signatures are taken over (RFC 8785, for our plain values).

/** Text, finite numbers, truth values, null, lists and records of them. `undefined` members are left out. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/**
 * JSON with the members of each record sorted by UTF-16 code units and no white space.
 * @throws TypeError for a number that is not finite
 * @example canonical({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
export function canonical(value: Plain): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('canonical: a number must be finite')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item as Plain)).join(',')}]`
  const record = value as { readonly [key: string]: Plain | undefined }
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(record[key] as Plain)}`)
  return `{${members.join(',')}}`
}
