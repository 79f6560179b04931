import type { Position } from "#journey";
import { STEP_GAP } from "../../document/geometry.ts";
import { ENTRY_HANDLE, type LinkEdge, type StepNode } from "../to-flow.ts";

/** The corners of an edge as three straight lines, in canvas pixels; null when one of its steps is missing. */
export function edgeLine(edge: LinkEdge, places: ReadonlyMap<string, StepNode>): readonly Position[] | null {
  const from = handleOf(places.get(edge.source), edge.sourceHandle);
  const to = handleOf(places.get(edge.target), ENTRY_HANDLE);
  if (!from || !to) return null;
  if (edge.data?.direction === "right") {
    const x = bendOf(from.x, to.x);
    return [from, { x, y: from.y }, { x, y: to.y }, to];
  }
  const y = bendOf(from.y, to.y);
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

/** Long edges bend just before their target, as they do at full size. */
function bendOf(from: number, to: number): number {
  return to - from > 1.5 * STEP_GAP ? to - STEP_GAP / 2 : (from + to) / 2;
}

function handleOf(node: StepNode | undefined, id: string | null | undefined): Position | null {
  const handle = node?.handles?.find((one) => one.id === id);
  if (!node || !handle) return null;
  const { width = 0, height = 0 } = handle;
  return { x: node.position.x + handle.x + width / 2, y: node.position.y + handle.y + height / 2 };
}
