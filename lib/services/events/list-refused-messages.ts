import { type Context, iso, listing, offsetOf } from "#services";
import type { RefusedMessages, RefusedQuery, RefusedReason, RefusedSample } from "./refused-schema.ts";
import { CHANGED } from "./refused-schema.ts";

type Row = {
  reason: RefusedReason;
  field: string;
  count: number;
  first_at: string;
  last_at: string;
  samples: RefusedSample[] | null;
};

/**
 * What the event doors refused or changed in the last hours, by reason and field, the latest first. There are as many rows
 * as reasons and fields, so that all are read and a page is cut out of them.
 */
export async function listRefusedMessages(ctx: Context, query: RefusedQuery): Promise<RefusedMessages> {
  const { sql } = ctx.database;
  const since = sql`date_bin('1 hour', now(), timestamptz 'epoch') - ${query.hours}::int * interval '1 hour'`;
  const [rows, [received]] = await Promise.all([
    sql<Row[]>`
      select reason, field, sum(count)::float8 as count, min(first_at) as first_at, max(last_at) as last_at,
        (array_agg(samples order by hour desc) filter (where samples <> '[]'))[1] as samples
      from refused_messages
      where workspace_id = ${ctx.workspaceId} and hour > ${since}
      group by reason, field order by max(last_at) desc, reason, field`,
    sql<{ count: number }[]>`
      select coalesce(sum(count), 0)::float8 as count from message_counts
      where workspace_id = ${ctx.workspaceId} and hour > ${since}`,
  ]);
  const groups = rows.map(({ reason, field, count, first_at, last_at, samples }) => ({
    outcome: CHANGED.has(reason) ? ("changed" as const) : ("refused" as const),
    reason,
    field,
    count,
    firstAt: iso(first_at),
    lastAt: iso(last_at),
    samples: samples ?? [],
  }));
  const total = (outcome: "refused" | "changed") =>
    groups.reduce((sum, group) => sum + (group.outcome === outcome ? group.count : 0), 0);
  const from = offsetOf(query);
  const totals = { received: received?.count ?? 0, refused: total("refused"), changed: total("changed") };
  return { ...listing(groups.slice(from, from + query.limit), groups.length, query), totals };
}
