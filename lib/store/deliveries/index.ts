export {
  followMoved,
  keepRendered,
  type Marked,
  markAttempts,
  releaseHeld,
  renewLeases,
  type Verdict,
} from "./attempts.ts";
export { type Claimed, claimDue, type Lane, LEASE_SECONDS } from "./claim.ts";
export { claimDueOfCluster } from "./claim-of-cluster.ts";
export { freeClaims, readDeadOwners, readLiveOwners, takeSenderLock } from "./claim-owners.ts";
export { NO_JOURNEY } from "./direct.ts";
export { findSend, type Send } from "./find-send.ts";
export {
  type Display,
  type InPageDelivery,
  noteDisplay,
  readInPage,
  readNewlyOffered,
  readSentContent,
} from "./in-page.ts";
export { insertDirectMessage } from "./insert-direct.ts";
export { lookAgain } from "./look-again.ts";
export { markOffered } from "./offered.ts";
export { observeOutcomes } from "./outcomes.ts";
export { countOverlaps } from "./overlaps.ts";
export { countFailingDeliveries, countQueuedDeliveries } from "./read.ts";
export { readOpenDeliveries } from "./read-open.ts";
export { requeueFailed } from "./requeue-failed.ts";
export { deleteOldDeliveries } from "./retention.ts";
export { listShownDeliveries, readShownDelivery, requeueDelivery, type ShownDelivery, settleUnknown } from "./shown.ts";
export {
  cancelDeliveries,
  cancelStaleDeliveries,
  insertDeliveries,
  type NewDelivery,
  releaseDeliveries,
  releasePortion,
} from "./write.ts";
