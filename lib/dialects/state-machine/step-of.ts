import type { JourneyNode, JsonObject } from "#journey";
import { type Step, steps } from "./steps/index.ts";

export type KnownStep = Step & { readonly name: string; readonly meta: JsonObject };

/** The step that a node is, with its `meta`; null = the format has no such step. */
export function stepOf(node: Pick<JourneyNode, "type" | "config" | "contentId">): KnownStep | null {
  for (const [name, step] of Object.entries(steps)) {
    const fields = step.write(node);
    if (fields !== null) return { ...step, name, meta: { type: name, ...fields } };
  }
  return null;
}
