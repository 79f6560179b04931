import { stricterPreferences } from "#consent";
import type { TransactionSql } from "#db";
import { toSqlTimestampOrNull } from "../sql/connection.ts";
import type { Owner } from "../sql/index.ts";
import { readPreferences } from "./read.ts";

/** Moves the preferences of a merged person; of each the stricter answer is kept (R39). */
export async function mergePreferences(sql: TransactionSql, from: Owner, to: Owner): Promise<void> {
  const rows = await readPreferences(sql, [from.personId, to.personId]);
  const theirs = rows.find(({ personId }) => personId === from.personId);
  if (theirs === undefined) return;
  const own = rows.find(({ personId }) => personId === to.personId);
  const kept = own ? stricterPreferences(own, theirs) : theirs;
  await sql`
    insert into preferences (shard, person_id, workspace_id, track_opens, track_clicks, frequency, snoozed_until,
      last_marketing_at, last_delivery, updated_at)
    values (${to.shard}, ${to.personId}, ${to.workspaceId}, ${kept.trackOpens}, ${kept.trackClicks}, ${kept.frequency},
      ${toSqlTimestampOrNull(kept.snoozedUntil)}::timestamptz, ${toSqlTimestampOrNull(kept.lastMarketingAt)}::timestamptz,
      ${own?.lastDelivery ?? theirs.lastDelivery}, clock_timestamp())
    on conflict (shard, person_id) do update set track_opens = excluded.track_opens,
      track_clicks = excluded.track_clicks, frequency = excluded.frequency, snoozed_until = excluded.snoozed_until,
      last_marketing_at = excluded.last_marketing_at, updated_at = excluded.updated_at`;
  await sql`delete from preferences where shard = ${from.shard} and person_id = ${from.personId}`;
}
