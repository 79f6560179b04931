import type { Likelihood, Program } from "#engine";
import type { Context } from "#services";
import { type FirstEvent, readFirsts } from "#store/events";

/** So many people must have done what starts the journey before what they did next says anything. */
const ENOUGH = 30;
const PROPERTIES = 100;
const DELAYS = 500;

/**
 * How likely people do what the program listens to, as the sample did it since a moment: of those who did what starts
 * the journey, how many did it next and how much later; without enough of them, of everybody.
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
