/** The revision a write is meant for: `null` when the header is absent or `*`; an invalid revision matches none. */
export function readIfMatch(headers: Headers): number | null {
  const header = headers.get("if-match")?.trim();
  if (!header || header === "*") return null;
  const revision = /^(?:W\/)?"?([0-9]{1,9})"?$/.exec(header)?.[1];
  return revision === undefined ? -1 : Number(revision);
}
