import type { DialectProblem, JourneyDraft, Reading } from "../../dialect.ts";
import { pointerTo } from "../../problems.ts";
import { print } from "../print.ts";
import { read } from "../read.ts";
import type { Transition, TransitionGraph } from "../schema.ts";

/** The graph as an edit changes it; `read` checks the result, so values from outside need no check before. */
export type EditedGraph = Omit<TransitionGraph, "nodes" | "transitions"> & {
  readonly nodes: Readonly<Record<string, unknown>>;
  readonly transitions: readonly (Transition | Readonly<Record<string, unknown>>)[];
};

/** Changes a journey as a transition graph: only what the change names is written again. */
export function edit(
  journey: JourneyDraft,
  seed: string,
  change: (graph: TransitionGraph) => EditedGraph | DialectProblem,
): Reading {
  const changed = change(print(journey).graph);
  if ("severity" in changed) return { journey: null, problems: [changed] };
  return read(changed, { seed, before: journey });
}

/** Refuses an edit of something that does not exist, or that may not be edited so. */
export function refused(code: DialectProblem["code"], path: readonly PropertyKey[], message: string): DialectProblem {
  return { code, severity: "error", pointer: pointerTo(path), message };
}
