/** A search text as a `like` pattern that matches anywhere, with wildcards escaped. */
export function likePattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, "\\$&")}%`;
}
