import { iso } from "#services";
import type { Look } from "./look.ts";
import type { Finding } from "./schema.ts";

type Row = { kinds: string; signals: number; people: number; since: string; error: string };

/** Accepted signals of which nothing came: they are kept, but until somebody replays them their effect is missing (R17). */
export async function checkSignals({ sql, scope }: Look): Promise<Finding[]> {
  if (scope.journeyId) return [];
  const rows = await sql<Row[]>`
    select string_agg(distinct kind, ', ') as kinds, count(*)::float8 as signals,
      count(distinct person_id)::float8 as people, min(rejected_at) as since,
      (array_agg(error order by rejected_at desc))[1] as error
    from rejected_signals
    where true ${scope.workspaceId ? sql`and workspace_id = ${scope.workspaceId}` : sql``}
    group by workspace_id`;
  return rows.map((row) => ({
    code: "signals_rejected",
    journeyId: null,
    enrollmentId: null,
    text: `${row.signals} accepted signals (${row.kinds}) of ${row.people} people could not be processed and are kept, the oldest since ${iso(row.since)}. The latest error: ${row.error}`,
  }));
}

/** Signals by what became of them, beside those that were processed and are gone from the inbox. */
export async function countSignals({ sql, scope }: Look): Promise<{ waiting: number; kept: number }> {
  const own = scope.workspaceId ? sql`where workspace_id = ${scope.workspaceId}` : sql``;
  const [row] = await sql<{ waiting: number; kept: number }[]>`
    select (select count(*) from inbox ${own})::float8 as waiting,
      (select count(*) from rejected_signals ${own})::float8 as kept`;
  return row ?? { waiting: 0, kept: 0 };
}
