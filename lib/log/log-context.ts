import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "#process";

/** Ids that every line of a piece of work has, such as `requestId` or `batchId`. */
export type LogContext = Readonly<Record<string, string>>;

const contexts = processSingleton("log context", () => new AsyncLocalStorage<LogContext>());

/** Runs `work`; the lines that it logs, whatever it calls and awaits, have these ids beside their own fields. */
export const inLogContext = <Answer>(ids: LogContext, work: () => Answer): Answer =>
  contexts.run({ ...contexts.getStore(), ...ids }, work);

/** The ids of the work that runs now. */
export const logContext = (): LogContext => contexts.getStore() ?? {};
