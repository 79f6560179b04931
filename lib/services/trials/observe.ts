import type { Likelihood, Program } from "#engine";
import type { Context } from "#services";
import { type FirstEvent, readFirsts } from "#store/events";

/** The minimum of people who met a trigger for a usable sample. */
const ENOUGH = 30;
const PROPERTIES = 100;
const DELAYS = 500;

/**
 * How likely people send the events that the program awaits, from a sample since a time: of those who met a trigger,
 * how many did it afterwards and how much later; of everyone if there are too few.
 */
export async function observe(
  ctx: Context,
  program: Program,
  ids: readonly string[],
  since: number,
): Promise<Map<string, Likelihood>> {
  const start = program.entries.find((entry) => entry.eventName !== null)?.eventName ?? null;
  const names = [...new Set([...program.needs.interest, ...program.needs.eventFacts])];
  const rows = await readFirsts(ctx.database.sql, ids, names, start, since);
  const starters = new Set(rows.flatMap((row) => (row.started === null ? [] : [row.person]))).size;
  const rowsOf = Map.groupBy(rows, (row) => row.name);
  return new Map([...rowsOf].map(([name, found]) => [name, likelihood(found, ids.length, starters)]));
}

function likelihood(rows: readonly FirstEvent[], people: number, starters: number): Likelihood {
  const next = rows.flatMap(({ started, after }) => (started === null || after === null ? [] : [after - started]));
  const isKnown = starters >= ENOUGH;
  return {
    probability: isKnown ? next.length / starters : rows.length / Math.max(1, people),
    delays: next.slice(0, DELAYS),
    properties: rows.slice(0, PROPERTIES).map((row) => row.properties),
  };
}
