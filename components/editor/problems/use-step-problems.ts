"use client";

import type { Problem } from "#journey";
import { useEditor } from "../state/context.tsx";

const NONE: readonly Problem[] = [];
const grouped = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();

/** Problems by the step and the edge they are about; made once per list. */
export function problemsById(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const known = grouped.get(problems);
  if (known) return known;
  const byId = new Map<string, Problem[]>();
  for (const problem of problems) {
    for (const id of [problem.nodeId, problem.edgeId])
      if (id !== null) byId.set(id, [...(byId.get(id) ?? []), problem]);
  }
  grouped.set(problems, byId);
  return byId;
}

/** The problems of one step. */
export function useStepProblems(stepId: string): readonly Problem[] {
  return useEditor((state) => problemsById(state.problems).get(stepId) ?? NONE);
}
