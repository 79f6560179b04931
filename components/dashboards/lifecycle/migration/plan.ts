import * as z from "zod";
import type { Migration, PreviewStep } from "#data";
import { peopleCount } from "#shell";

export const ACTIONS = ["stay", "move", "exit"] as const;

/** The plan as the form holds it: one entry per step with people on it. */
export const PlanValues = z.object({
  steps: z.array(
    z
      .object({ versionId: z.string(), nodeId: z.string(), action: z.enum(ACTIONS), toNodeId: z.string() })
      .refine(({ action, toNodeId }) => action !== "move" || toNodeId !== "", {
        path: ["toNodeId"],
        error: "Choose the step they move to.",
      }),
  ),
  timers: z.enum(["suggested", "keep", "recompute"]),
  perMinute: z
    .string()
    .trim()
    .refine((text) => text === "" || (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= 1_000_000), {
      error: "A whole number of people a minute, or leave it empty.",
    }),
});
export type PlanValues = z.infer<typeof PlanValues>;

/** A plan in which nobody moves, with suggested targets for steps that are changed to "move". */
export function firstPlan(steps: readonly PreviewStep[]): PlanValues {
  return {
    steps: steps.map(({ versionId, nodeId, action, toNodeId }) => ({
      versionId,
      nodeId,
      action,
      toNodeId: toNodeId ?? "",
    })),
    timers: "suggested",
    perMinute: "",
  };
}

/** Everyone stays, or everyone moves: to the matching step, or to the step that followed theirs. */
export function allOf(action: "stay" | "move", plan: PlanValues, steps: readonly PreviewStep[]): PlanValues["steps"] {
  return plan.steps.map((step, index) => {
    const toNodeId = step.toNodeId || (steps[index]?.toNodeId ?? "");
    return { ...step, toNodeId, action: action === "move" && toNodeId !== "" ? "move" : "stay" };
  });
}

/** What to send; `null` when everyone stays, which is what happens without a plan. */
export function migrationOf(plan: PlanValues): Migration | null {
  const steps = plan.steps.flatMap(({ versionId, nodeId, action, toNodeId }) => {
    if (action === "stay" || (action === "move" && toNodeId === "")) return [];
    return [{ versionId, nodeId, action, ...(action === "move" ? { toNodeId } : {}) }];
  });
  if (steps.length === 0) return null;
  const rate = Number(plan.perMinute);
  const timers = plan.timers === "suggested" ? {} : { timers: plan.timers };
  return { steps, ...timers, ...(Number.isInteger(rate) && rate > 0 ? { perMinute: rate } : {}) };
}

export type HeadCount = Record<(typeof ACTIONS)[number], number> & { dueAtOnce: number };

/** How many people the plan lets stay, moves and ends; `preview` knows who becomes due at once under it. */
export function headCount(plan: PlanValues, steps: readonly PreviewStep[]): HeadCount {
  const count: HeadCount = { stay: 0, move: 0, exit: 0, dueAtOnce: 0 };
  for (const [index, { action, versionId, nodeId }] of plan.steps.entries()) {
    const known = steps[index];
    const step =
      known?.versionId === versionId && known.nodeId === nodeId
        ? known
        : steps.find((other) => other.versionId === versionId && other.nodeId === nodeId);
    if (!step) continue;
    count[action] += step.people;
    if (action === "move") count.dueAtOnce += step.dueAtOnce;
  }
  return count;
}

/** One sentence on what the plan does to people. */
export function consequence({ stay, move, exit }: HeadCount, version: number): string {
  const parts = [
    move > 0 ? `${peopleCount(move)} ${move === 1 ? "moves" : "move"} to version ${version}` : "",
    exit > 0 ? `${peopleCount(exit)} ${exit === 1 ? "leaves" : "leave"} the journey` : "",
    stay > 0 ? `${peopleCount(stay)} ${stay === 1 ? "stays" : "stay"} on the version they entered` : "",
  ].filter(Boolean);
  if (parts.length === 0) return `Nobody is inside. People who enter from now on get version ${version}.`;
  const last = parts.pop();
  const people = parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
  return `${people}; people who enter from now on get version ${version}.`;
}

/** What becomes due at once, and how fast people are moved; `null` when there is nothing to say. */
export function paceOf({ move, exit, dueAtOnce }: HeadCount, perMinute: string): string | null {
  const rate = Number(perMinute);
  const isPaced = Number.isInteger(rate) && rate > 0 && move + exit > rate;
  const due =
    dueAtOnce > 0
      ? `For ${peopleCount(dueAtOnce)} the wait ends with the move: they continue ${isPaced ? "as they are moved" : "at once"}.`
      : "";
  const pace = isPaced
    ? `At ${peopleCount(rate)} a minute the last one moves after ${Math.ceil((move + exit) / rate)} minutes.`
    : "";
  return [due, pace].filter(Boolean).join(" ") || null;
}

/** Names the people who stay because the new version has no step after theirs; `null` if there are none. */
export function leftBehind(plan: PlanValues, steps: readonly PreviewStep[], version: number): string | null {
  if (!plan.steps.some(({ action }) => action === "move")) return null;
  const left = plan.steps.flatMap(({ action, toNodeId, versionId, nodeId }) => {
    const step = steps.find((other) => other.versionId === versionId && other.nodeId === nodeId);
    return step && action === "stay" && toNodeId === "" && step.people > 0 ? [step] : [];
  });
  if (left.length === 0) return null;
  const people = left.reduce((sum, step) => sum + step.people, 0);
  const names = left.map(({ name }) => `“${name}”`).join(", ");
  return `${peopleCount(people)} at ${names} ${people === 1 ? "stays" : "stay"} behind: nothing that followed is part of version ${version}. Choose where they go, or let them stay.`;
}
