export { appendSignals, type InboxRow } from "./append-signals.ts";
