/** What the engine is told of a change, inside the transaction that makes it. */

export { type DocumentInUse, documentsInUse, sayDocuments } from "./documents-in-use.ts";
export { raiseEngineRevision } from "./engine-revision.ts";
export { recomputeInterest } from "./interest.ts";
