import type { Dialect } from "./dialect.ts";
import { orderedSteps } from "./ordered-steps/index.ts";
import { stateMachine } from "./state-machine/index.ts";
import { transitionGraph } from "./transition-graph/index.ts";

export { assembleJourney, type EdgeParts, type JourneyParts, type NodeParts } from "./assemble.ts";
export * from "./dialect.ts";
export { EntryConditions, OrderedSteps, orderedSteps, Step, Steps } from "./ordered-steps/index.ts";
export { sameJson } from "./same-json.ts";
export * from "./state-machine/index.ts";
export * from "./transition-graph/index.ts";

/** Every dialect, in the order in which a format is recognized. */
export const dialects: readonly Dialect[] = [transitionGraph, orderedSteps, stateMachine];
