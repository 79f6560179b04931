import type { Position } from "#journey";
import { ENTRY_HANDLE, type LinkEdge, type StepNode } from "../to-flow.ts";

/** An edge as straight lines, in canvas pixels; null when one of its steps is missing. */
export function edgeLine(edge: LinkEdge, places: ReadonlyMap<string, StepNode>): readonly Position[] | null {
  const from = handleOf(places.get(edge.source), edge.sourceHandle);
  const to = handleOf(places.get(edge.target), ENTRY_HANDLE);
  return from && to ? [from, ...(edge.data?.corners ?? []), to] : null;
}

function handleOf(node: StepNode | undefined, id: string | null | undefined): Position | null {
  const handle = node?.handles?.find((one) => one.id === id);
  if (!node || !handle) return null;
  const { width = 0, height = 0 } = handle;
  return { x: node.position.x + handle.x + width / 2, y: node.position.y + handle.y + height / 2 };
}
