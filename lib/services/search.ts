/** A text to look for anywhere, as a pattern of SQL's `like` with its wildcards taken literally. */
export function likePattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, "\\$&")}%`;
}
