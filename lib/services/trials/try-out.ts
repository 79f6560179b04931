import { invalidField, orBusy } from "#services";
import { tasksOf, threadFault } from "#threads";

type Tasks = typeof import("./thread-tasks.ts");

const run = tasksOf<Tasks>("lib/services/trials/thread-tasks.ts");

/** Time limit of one call in a thread: a test run, or some hundred people of a forecast or backtest. */
const PART_MS = 5_000;
/** Time limit of a whole trial, including waiting for threads. */
const WHOLE_MS = 120_000;

/** Runs a trial in threads, in one part or several. Throws if it exceeds the time or memory limit. */
export class TryOut {
  readonly #endsAt = performance.now() + WHOLE_MS;

  async part<Name extends keyof Tasks>(
    name: Name,
    ...args: Parameters<Tasks[Name]>
  ): Promise<Awaited<ReturnType<Tasks[Name]>>> {
    const leftMs = Math.round(this.#endsAt - performance.now());
    if (leftMs <= 0) throw tooSlow(WHOLE_MS);
    try {
      return await orBusy(run("trials", Math.min(PART_MS, leftMs), name, ...args));
    } catch (error) {
      const fault = threadFault(error);
      if (fault === "too_slow") throw tooSlow(PART_MS);
      if (fault === "too_large")
        throw invalidField(["draft"], "Trying the journey out needed more memory than it may use.");
      throw error;
    }
  }
}

const tooSlow = (limitMs: number) =>
  invalidField(["draft"], `Trying the journey out took longer than ${limitMs / 1_000} s.`);
