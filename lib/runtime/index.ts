export type { ChangeReason, RefusalReason } from "#store/refused-messages";
export { settleBroadcasts } from "./broadcasts/index.ts";
export { type Clock, databaseClock } from "./clock.ts";
export { type Confirmations, sendConfirmations } from "./confirmations/index.ts";
export { purgeArchive } from "./engine/purge-archive.ts";
export { rollUpCounts } from "./engine/roll-up-counts.ts";
export { type Engine, type EngineOptions, startEngine, workerConnection } from "./engine/start-engine.ts";
export {
  flushEventCatalog,
  flushPropertyCatalog,
  type IngestItem,
  type IngestOptions,
  IngestProblem,
  type IngestResult,
  ingest,
  ingestApart,
  isAboutItems,
  MOST_AHEAD_MS,
  type Stored,
} from "./ingest/index.ts";
export { countMessages, flushMessageCounts, type MessageFinding, noteFindings } from "./messages/index.ts";
export { runOperations } from "./operations/index.ts";
export { type OutboxRuntime, runOutbox } from "./outbox/index.ts";
export { drain, type RunUntilOptions, runUntil } from "./run-until.ts";
export { createRuntime, type Limits, type Runtime, type RuntimeOptions } from "./runtime.ts";
export { type SenderLinks, sendSenderLinks } from "./sender-links/index.ts";
export { sendTests } from "./test-sends/index.ts";
export { type TickReport, tick } from "./tick.ts";
