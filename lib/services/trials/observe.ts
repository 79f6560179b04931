import type { Likelihood, Program } from "#engine";
import type { Context } from "#services";
import { peopleOf } from "#services/facts";

/** So many people must have done what starts the journey before what they did next says anything. */
const ENOUGH = 30;
const PROPERTIES = 100;
const DELAYS = 500;

type Row = {
  name: string;
  person: string;
  started: number | null;
  after: number | null;
  properties: Record<string, unknown>;
};

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
  const rows = await readFirsts(ctx, ids, names, start, since);
  const starters = new Set(rows.flatMap((row) => (row.started === null ? [] : [row.person]))).size;
  const rowsOf = Map.groupBy(rows, (row) => row.name);
  return new Map([...rowsOf].map(([name, found]) => [name, likelihood(found, ids.length, starters)]));
}

function likelihood(rows: readonly Row[], people: number, starters: number): Likelihood {
  const next = rows.flatMap(({ started, after }) => (started === null || after === null ? [] : [after - started]));
  const isKnown = starters >= ENOUGH;
  return {
    probability: isKnown ? next.length / starters : rows.length / Math.max(1, people),
    delays: next.slice(0, DELAYS),
    properties: rows.slice(0, PROPERTIES).map((row) => row.properties),
  };
}

/** Of each person and name the first time, the first time after they started, and what came with the latest. */
async function readFirsts(
  ctx: Context,
  ids: readonly string[],
  names: readonly string[],
  start: string | null,
  since: number,
): Promise<Row[]> {
  if (names.length === 0 || ids.length === 0) return [];
  return await ctx.database.sql<Row[]>`
    with seen as (
      select wanted.id as person, e.name, e.received_at, e.properties
      from ${peopleOf(ctx, ids)}
      join events e on e.shard = wanted.shard and e.person_id = wanted.id
      where e.received_at >= ${new Date(since).toISOString()}::timestamptz and e.name = any(${[...names]}::text[])
        and not e.imported
    ), starts as (
      select person, min(received_at) as at from seen where name = ${start} group by person
    )
    select seen.name, seen.person, floor(extract(epoch from starts.at) * 1000)::float8 as started,
      floor(extract(epoch from min(seen.received_at) filter (where seen.received_at > starts.at)) * 1000)::float8 as after,
      (array_agg(seen.properties order by seen.received_at desc))[1] as properties
    from seen left join starts using (person)
    group by seen.name, seen.person, starts.at`;
}
