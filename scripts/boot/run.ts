import { setTimeout as sleep } from "node:timers/promises";
import { ConfigError } from "#config";
import { AlreadyRunningError } from "#db/embedded";
import { log, logSettings } from "#log";

const STOP_LIMIT_MS = 40_000;
const START_PATIENCE_MS = 10_000;

/** A started part that has to be stopped, in reverse order of starting. */
export type Part = { readonly name: string; readonly stop: () => Promise<unknown> };

/** Stops the process with exit code 1, because a part it needs has failed permanently. */
export type Fail = (error: Error) => void;

/** Runs a process until a signal; then stops its parts, last one first, and exits. */
export async function run(start: (parts: Part[], fail: Fail) => Promise<void>): Promise<void> {
  const parts: Part[] = [];
  let starting: Promise<void> = Promise.resolve();
  let stopping: Promise<never> | undefined;
  const stop = (code: number) => {
    stopping ??= stopAll(parts, starting, code);
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) log.info("stopping", { signal });
      void stop(0);
    });
  }
  process.on("unhandledRejection", (reason) => log.error("a rejected promise was not handled", { error: reason }));
  process.on("uncaughtException", (error) => {
    log.error("stopping: an error was not caught", { error });
    void stop(1);
  });
  starting = start(parts, (error) => {
    log.error("stopping: a part that the process needs has failed", { error });
    void stop(1);
  });
  try {
    await starting;
  } catch (error) {
    // Parts that were starting at the signal fail because others have stopped; these errors are not reported.
    if (!stopping) tell(error);
    await stop(1);
  }
}

async function stopAll(parts: Part[], starting: Promise<void>, code: number): Promise<never> {
  setTimeout(() => {
    log.error("stopping took too long; the process ends at once");
    process.exit(1);
  }, STOP_LIMIT_MS).unref();
  // A signal during the start: a part can be stopped only when it has started.
  await Promise.race([starting.catch(() => {}), sleep(START_PATIENCE_MS)]);
  let outcome = code;
  for (const part of parts.reverse()) {
    try {
      await part.stop();
    } catch (error) {
      outcome = 1;
      log.error("a part did not stop properly", { part: part.name, error });
    }
  }
  process.exit(outcome);
}

function tell(error: unknown): void {
  if (logSettings().format === "json") {
    log.error("could not start", { error });
    return;
  }
  const isExpected = error instanceof ConfigError || error instanceof AlreadyRunningError || isPlain(error);
  process.stderr.write(`\n  ${isExpected ? (error as Error).message.replaceAll("\n", "\n  ") : inspect(error)}\n\n`);
}

const isPlain = (error: unknown) => error instanceof Error && error.constructor === Error && !("code" in error);

function inspect(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ECONNREFUSED" || code === "ENOTFOUND") return `The database does not answer: ${error.message}`;
  if (error.name === "PostgresError") return `The database refuses: ${error.message}`;
  return error.stack ?? error.message;
}
