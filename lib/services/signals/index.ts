/** Signals that could not be processed; kept until a user replays or discards them. */
export { discardRejected } from "./discard-rejected.ts";
export { listRejected } from "./list-rejected.ts";
export { replayRejected } from "./replay-rejected.ts";
export { Discarded, DiscardInput, RejectedQuery, RejectedSignal, Replayed, ReplayInput } from "./schema.ts";
