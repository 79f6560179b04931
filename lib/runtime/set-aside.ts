import { setImmediate as breathe } from "node:timers/promises";
import { readMoment } from "#store/engine-config";
import { raiseAlerts } from "./alerts/index.ts";
import { reasonOf } from "./batch/refusal.ts";
import { isLasting } from "./lasting-error.ts";
import type { Runtime } from "./runtime.ts";

/** The subject of a failed piece of work. Raised again within the hour it is the same alert. */
export type Aside = {
  readonly workspaceId: string | null;
  readonly journeyId: string | null;
  readonly subject: string;
  /** In ms; the database's time if absent. */
  readonly at?: number;
};

/**
 * Does one of many pieces of work that belong to several workspaces. If it cannot be computed or stored, an alert is
 * raised and the others continue (R53). Throws if the database is away. `undefined`: the work was set aside.
 */
export async function orSetAside<Result>(
  runtime: Runtime,
  about: Aside,
  work: () => Result | Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!isLasting(error)) throw error;
    await tellSetAside(runtime, about, error);
    return undefined;
  }
}

/** How long this loop may run before it yields to other work of the process. */
const STRETCH_MS = 10;

/** The same for many rows in memory: returns those that can be evaluated, and raises one alert for all others. */
export async function eachOrSetAside<Row, Result>(
  runtime: Runtime,
  about: Aside,
  rows: Iterable<Row>,
  judge: (row: Row) => Result,
): Promise<(readonly [Row, Result])[]> {
  const judged: (readonly [Row, Result])[] = [];
  let first: unknown;
  let began = performance.now();
  for (const row of rows) {
    if (performance.now() - began > STRETCH_MS) {
      await breathe();
      began = performance.now();
    }
    try {
      judged.push([row, judge(row)]);
    } catch (error) {
      first ??= error;
    }
  }
  if (first !== undefined) await tellSetAside(runtime, about, first);
  return judged;
}

export async function tellSetAside(
  runtime: Runtime,
  { workspaceId, journeyId, subject, at }: Aside,
  error: unknown,
): Promise<void> {
  const { sql } = runtime.database;
  runtime.report(`${subject} is set aside`, error);
  const now = at ?? (runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : (await readMoment(sql)).now);
  const text = `Skipped, because it cannot be processed: ${subject} (${reasonOf(error)}). Everything else continues.`;
  await raiseAlerts(sql, [{ code: "set_aside", workspaceId, journeyId, at: now, text, counting: "is", subject }]);
}
