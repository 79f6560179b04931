export type { OutboxRuntime } from "./outbox-runtime.ts";
export { runOutbox } from "./run-outbox.ts";
