import type { JourneyEdge, Position } from "#journey";

/** Distances of the editor's grid, in canvas pixels. */
const COLUMN = 300;
const ROW = 152;

type Placed = { readonly id: string; readonly position: Position | null };

/**
 * Positions for the nodes that have none: each below its first predecessor, in layers from the top. Nodes that have a
 * position keep it. The same nodes and edges always give the same positions.
 */
export function layOut(
  nodes: readonly Placed[],
  edges: readonly Pick<JourneyEdge, "sourceNodeId" | "targetNodeId">[],
): Map<string, Position> {
  const places = new Map(nodes.flatMap(({ id, position }) => (position === null ? [] : [[id, position] as const])));
  if (places.size === 0) return layered(nodes, edges);
  const before = Map.groupBy(edges, ({ targetNodeId }) => targetNodeId);
  for (const { id } of nodes) {
    if (places.has(id)) continue;
    const above = before.get(id)?.flatMap(({ sourceNodeId }) => places.get(sourceNodeId) ?? [])[0];
    places.set(id, freePlace(above === undefined ? below(places) : { x: above.x, y: above.y + ROW }, places));
  }
  return places;
}

/** The first place from `wanted` to the right at which no other node is. */
function freePlace(wanted: Position, places: ReadonlyMap<string, Position>): Position {
  const taken = [...places.values()];
  let { x } = wanted;
  while (taken.some((other) => Math.abs(other.x - x) < COLUMN && Math.abs(other.y - wanted.y) < ROW)) x += COLUMN;
  return { x, y: wanted.y };
}

function below(places: ReadonlyMap<string, Position>): Position {
  const all = [...places.values()];
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.max(...all.map(({ y }) => y)) + ROW };
}

/** Every node one layer below the first node that leads to it; a layer is centred. */
function layered(nodes: readonly Placed[], edges: readonly Pick<JourneyEdge, "sourceNodeId" | "targetNodeId">[]) {
  const targets = Map.groupBy(edges, ({ sourceNodeId }) => sourceNodeId);
  const isTarget = new Set(edges.map(({ targetNodeId }) => targetNodeId));
  const known = new Set(nodes.map(({ id }) => id));
  const layers: string[][] = [];
  const seen = new Set<string>();
  const starts = nodes.filter(({ id }) => !isTarget.has(id));
  // A graph that is one cycle has no start; then its first node begins.
  for (const start of [...starts, ...nodes]) {
    let layer = [start.id];
    for (let depth = 0; layer.length > 0; depth += 1) {
      const fresh = [...new Set(layer)].filter((id) => known.has(id) && !seen.has(id));
      for (const id of fresh) seen.add(id);
      if (fresh.length > 0) layers[depth] = [...(layers[depth] ?? []), ...fresh];
      layer = fresh.flatMap((id) => (targets.get(id) ?? []).map(({ targetNodeId }) => targetNodeId));
    }
  }
  return new Map(
    layers.flatMap((ids, row) =>
      ids.map((id, column) => [id, { x: Math.round((column - (ids.length - 1) / 2) * COLUMN), y: row * ROW }] as const),
    ),
  );
}
