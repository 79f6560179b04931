type Named = { readonly [Key in "id" | "key" | "name"]: string } & {
  readonly number: number | null;
  readonly formerKeys: readonly string[];
};

/** Current keys take precedence over former ones: a former key may belong to another segment now. */
export function segmentNames(rows: readonly Named[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { formerKeys, name } of rows) for (const key of formerKeys) names.set(key, name);
  for (const { number, name } of rows) names.set(String(number), name);
  for (const { key, name } of rows) names.set(key, name);
  for (const { id, name } of rows) names.set(id, name);
  return names;
}
