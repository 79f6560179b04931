export { type ClaimOwner, openClaimOwner } from "./claim-owner.ts";
export type { OutboxRuntime } from "./outbox-runtime.ts";
export { openDeadWatch } from "./release-dead.ts";
export { runOutbox } from "./run-outbox.ts";
