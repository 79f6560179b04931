/** The items of a list with keys for their rows: a row here has no identity but its place. */
export function rowsOf<Item>(items: readonly Item[]): { key: string; item: Item; index: number }[] {
  return items.map((item, index) => ({ key: `row ${index + 1}`, item, index }));
}
