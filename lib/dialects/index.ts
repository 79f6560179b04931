import type { Dialect } from "./dialect.ts";
import { native } from "./native/index.ts";
import { orderedSteps } from "./ordered-steps/index.ts";
import { stateMachine } from "./state-machine/index.ts";
import { transitionGraph } from "./transition-graph/index.ts";

export { assembleJourney, type EdgeParts, type JourneyParts, type NodeParts } from "./assemble.ts";
export * from "./dialect.ts";
export { type JsonSchema, type NameKind, nativeJsonSchema } from "./native/json-schema.ts";
export { EntryConditions, OrderedSteps, orderedSteps, Step, Steps } from "./ordered-steps/index.ts";
export { sameJson } from "./same-json.ts";
export * from "./state-machine/index.ts";
export * from "./transition-graph/index.ts";

/** Every dialect, in the order in which a format is recognized. */
export const dialects: readonly Dialect[] = [native, transitionGraph, orderedSteps, stateMachine];

/** The dialect in which a value seems to be written; null = it is none of them. */
export function detectDialect(foreign: unknown): Dialect | null {
  return dialects.find(({ recognizes }) => recognizes(foreign)) ?? null;
}
