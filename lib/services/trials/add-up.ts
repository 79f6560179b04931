/** Numbers that can be added: plain counts, and records of them. */
type Counted = { readonly [key: string]: number | Counted };

/** The sum of two records of counts, key by key. */
export function addUp<Record extends Counted>(left: Record, right: Record): Record {
  const sum: { [key: string]: number | Counted } = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = sum[key];
    if (typeof value === "number") sum[key] = (typeof before === "number" ? before : 0) + value;
    else sum[key] = addUp(typeof before === "object" ? before : {}, value);
  }
  return sum as Record;
}

/** The same for lists of counts identified by one key, in the order of the first list. */
export function addUpBy<Key extends string, Row extends { readonly [K in Key]: string }>(
  key: Key,
  left: readonly Row[],
  right: readonly Row[],
): Row[] {
  const others = new Map(right.map((row) => [row[key], row]));
  return left.map((row) => {
    const other = others.get(row[key]);
    if (!other) return row;
    const counts = Object.entries(other).flatMap(([name, value]) =>
      typeof value === "number" ? [[name, value + Number(row[name as keyof Row])] as const] : [],
    );
    return { ...row, ...Object.fromEntries(counts) };
  });
}
