/** The items of a list with keys for their rows: rows have no identity besides their index. */
export function rowsOf<Item>(items: readonly Item[]): { key: string; item: Item; index: number }[] {
  return items.map((item, index) => ({ key: `row ${index + 1}`, item, index }));
}
