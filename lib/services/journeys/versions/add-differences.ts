import type { Difference, EdgeChange, FieldChange, NodeChange } from "./compare-documents.ts";

/** The combination of two successive differences. */
export function addDifferences(first: Difference, second: Difference): Difference {
  return {
    nodes: addItems(first.nodes, second.nodes, ({ nodeId }) => nodeId),
    edges: addItems(first.edges, second.edges, ({ edgeId }) => edgeId),
    settings: addFields(first.settings, second.settings),
  };
}

function addItems<Item extends NodeChange | EdgeChange>(
  first: readonly Item[],
  second: readonly Item[],
  idOf: (item: Item) => string,
): Item[] {
  const items = new Map(first.map((item) => [idOf(item), item]));
  for (const item of second) {
    const before = items.get(idOf(item));
    const sum = before === undefined ? item : addItem(before, item);
    if (sum === null) items.delete(idOf(item));
    else items.set(idOf(item), sum);
  }
  return [...items.values()];
}

/** Null if they cancel each other. */
function addItem<Item extends NodeChange | EdgeChange>(first: Item, second: Item): Item | null {
  if (first.change === "added") return second.change === "removed" ? null : { ...second, change: "added", fields: [] };
  if (second.change === "removed") return second;
  const fields = addFields(first.fields, second.fields);
  if (first.change === "removed") return { ...second, change: "changed", fields };
  if (fields.length === 0) return null;
  const isMove = first.change === "moved" && second.change === "moved";
  return { ...second, change: isMove ? "moved" : "changed", fields };
}

function addFields(first: readonly FieldChange[], second: readonly FieldChange[]): FieldChange[] {
  const fields = new Map(first.map((field) => [field.path, field]));
  for (const field of second) {
    const before = fields.get(field.path)?.before ?? (fields.has(field.path) ? null : field.before);
    if (JSON.stringify(before) === JSON.stringify(field.after)) fields.delete(field.path);
    else fields.set(field.path, { ...field, before });
  }
  return [...fields.values()];
}
