import { setImmediate } from "node:timers/promises";

/** The result of work that is done in steps; between them other requests get their turn. */
export async function inTurns<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}
