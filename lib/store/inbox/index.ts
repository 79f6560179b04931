export { appendSignals, copySignals, type InboxRow } from "./append-signals.ts";
export {
  countUnread,
  findWaitingPeople,
  findWaitingSignals,
  hasUnreadSignals,
  isUnread,
  readInbox,
  readInboxOf,
  readPeopleWithSignals,
  type UnreadSignal,
} from "./read.ts";
export { type Release, releaseWaiting } from "./release-waiting.ts";
export { handBack, migratePeople, retryFailed, signalStale } from "./signal-slices.ts";
export { stopRunning } from "./stop-running.ts";
export { copyInbox, deleteInbox, forwardInbox, insertInbox, type NewSignal, noteAttempts } from "./write.ts";
