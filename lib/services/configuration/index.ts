/** What the engine is told of a change, inside the transaction that makes it. */
export { raiseEngineRevision } from "./engine-revision.ts";
export { recomputeInterest } from "./interest.ts";
