import type { Position } from "#journey";
import type { ImportedEdge } from "../contract.ts";

const COLUMN = 300;
const ROW = 152;

/**
 * Places nodes in rows by their distance from the entries, the nodes of a row side by side. Most exports have no
 * positions, and none has them for the nodes that an import adds.
 */
export function layOut(keys: readonly string[], edges: readonly ImportedEdge[]): ReadonlyMap<string, Position> {
  const rows = rowsOf(keys, edges);
  const widths = new Map<number, number>();
  const places = new Map<string, { row: number; column: number }>();
  for (const key of inReadingOrder(keys, edges)) {
    const row = rows.get(key) ?? 0;
    const column = widths.get(row) ?? 0;
    widths.set(row, column + 1);
    places.set(key, { row, column });
  }
  return new Map(
    [...places].map(([key, { row, column }]) => {
      const middle = ((widths.get(row) ?? 1) - 1) / 2;
      return [key, { x: (column - middle) * COLUMN, y: row * ROW }];
    }),
  );
}

/** The longest way from an entry, so that edges lead downward; edges back to an earlier node are ignored. */
function rowsOf(keys: readonly string[], edges: readonly ImportedEdge[]): ReadonlyMap<string, number> {
  const order = new Map(inReadingOrder(keys, edges).map((key, index) => [key, index]));
  const placeOf = (key: string) => order.get(key) ?? 0;
  const rows = new Map<string, number>();
  const forward = edges
    .filter(({ from, to }) => placeOf(from) < placeOf(to))
    .sort((left, right) => placeOf(left.from) - placeOf(right.from));
  for (const { from, to } of forward) rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(from) ?? 0) + 1));
  return rows;
}

/** Each node after those that lead to it, except around a circle; branches in the order of their edges. */
function inReadingOrder(keys: readonly string[], edges: readonly ImportedEdge[]): string[] {
  const following = Map.groupBy(edges, ({ from }) => from);
  const entered = new Set(edges.map(({ to }) => to));
  const done = new Set<string>();
  const order: string[] = [];
  for (const entry of [...keys.filter((key) => !entered.has(key)), ...keys]) {
    const stack = [{ key: entry, next: 0 }];
    if (!done.has(entry)) done.add(entry);
    else continue;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      // The last branch is visited first, because a node is placed before all nodes that were placed earlier.
      const branches = following.get(top.key) ?? [];
      const edge = branches[branches.length - 1 - top.next];
      top.next += 1;
      if (edge === undefined) order.unshift(stack.pop()?.key ?? "");
      else if (!done.has(edge.to)) {
        done.add(edge.to);
        stack.push({ key: edge.to, next: 0 });
      }
    }
  }
  return order;
}
