import type { TestRun } from "#data";
import { awaitedBy, type Canvas, nodeKinds } from "#journey";

/** What could have happened at a step and did not: an event that somebody waited for. */
export type WhatIf = {
  readonly eventName: string;
  /** When it would come, as a duration after the start. */
  readonly after: string;
};

type Steps = TestRun["steps"];

/** A minute after the person arrived, so that it is surely awaited. */
const LATER_MS = 60_000;

/**
 * By the place of a decision: the events that would have led elsewhere. A wait that ran out could have been ended by its
 * event, and so could one that still goes on.
 */
export function whatIfsOf(steps: Steps, { nodes, edges }: Pick<Canvas, "nodes" | "edges">): Map<number, WhatIf[]> {
  const found = new Map<number, WhatIf[]>();
  const start = Date.parse(steps[0]?.at ?? "");
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    const nodeId = step.toNodeId;
    if (nodeId === null || (next !== undefined && next.cause !== "timer")) continue;
    const node = nodes.find((one) => one.id === nodeId);
    const awaits = node !== undefined && nodeKinds[node.type].awaitsEvent(node.config) !== null;
    const awaited = awaits ? node.config.eventName : undefined;
    const races = edges.flatMap(({ sourceNodeId, trigger }) =>
      sourceNodeId === nodeId ? (awaitedBy(trigger).event ?? []) : [],
    );
    const names = [...new Set([...(typeof awaited === "string" && awaited !== "" ? [awaited] : []), ...races])];
    if (names.length === 0) continue;
    const seconds = Math.round((Date.parse(step.at) - start + LATER_MS) / 1000);
    found.set(
      index,
      names.map((eventName) => ({ eventName, after: `PT${seconds}S` })),
    );
  }
  return found;
}
