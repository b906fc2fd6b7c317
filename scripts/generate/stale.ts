// Which generated documents are not what they would be.

/** The paths whose text differs, or that are not there. */
export function stalePaths(documents: Readonly<Record<string, string>>, read: (path: string) => string | undefined): readonly string[] {
  return Object.entries(documents).flatMap(([path, text]) => (read(path) === text ? [] : [path]))
}
