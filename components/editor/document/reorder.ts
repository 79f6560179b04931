import { type Canvas, isEnd, isEntry, type JourneyEdge } from "#journey";
import { moveSteps, updateEdge } from "./edits.ts";
import { edgesFrom, edgesInto, nodeById } from "./graph.ts";

/** A line of the journey around a step: X → before → step → after. */
type Line = { into: JourneyEdge; between: JourneyEdge; out: JourneyEdge };

/** The step changes places with the one before it; null where the line branches, begins or ends there. */
export function moveUp(canvas: Canvas, stepId: string): Canvas | null {
  const line = lineAt(canvas, stepId);
  if (line === null) return null;
  const { into, between, out } = line;
  const before = between.sourceNodeId;
  const led = updateEdge(canvas, into.id, { targetNodeId: stepId });
  const swapped = updateEdge(led, between.id, { sourceNodeId: stepId, targetNodeId: before, branch: out.branch });
  const joined = updateEdge(swapped, out.id, { sourceNodeId: before, branch: between.branch });
  const [one, other] = [nodeById(canvas, stepId), nodeById(canvas, before)];
  if (!one || !other) return null;
  return moveSteps(
    joined,
    new Map([
      [stepId, other.position],
      [before, one.position],
    ]),
  );
}

/** The step changes places with the one after it; null where the line branches or ends there. */
export function moveDown(canvas: Canvas, stepId: string): Canvas | null {
  const [next, ...others] = edgesFrom(canvas, stepId);
  return next && others.length === 0 ? moveUp(canvas, next.targetNodeId) : null;
}

function lineAt(canvas: Canvas, stepId: string): Line | null {
  const step = nodeById(canvas, stepId);
  const between = only(edgesInto(canvas, stepId));
  const out = only(edgesFrom(canvas, stepId));
  const before = between && nodeById(canvas, between.sourceNodeId);
  if (!step || !between || !out || !before || isEntry(before) || isEnd(step)) return null;
  const into = only(edgesInto(canvas, before.id));
  const isAlone = only(edgesFrom(canvas, before.id)) !== undefined;
  return into && isAlone && before.id !== stepId && out.targetNodeId !== before.id ? { into, between, out } : null;
}

const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);
