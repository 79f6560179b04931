import { type Context, iso, listing, offsetOf } from "#services";
import { readRefused } from "#store/refused-messages";
import type { RefusedMessages, RefusedQuery } from "./refused-schema.ts";
import { CHANGED } from "./refused-schema.ts";

/**
 * Messages refused or changed on arrival in the last hours, by reason and field, newest first. There are few reasons
 * and fields, so all rows are read and the page is taken from them.
 */
export async function listRefusedMessages(ctx: Context, query: RefusedQuery): Promise<RefusedMessages> {
  const { database, workspaceId } = ctx;
  const { groups: rows, received } = await readRefused(database.sql, workspaceId, query.hours);
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
  const totals = { received, refused: total("refused"), changed: total("changed") };
  return { ...listing(groups.slice(from, from + query.limit), groups.length, query), totals };
}
