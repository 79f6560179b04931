import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { countRejected } from "./list-rejected.ts";
import type { ReplayInput } from "./schema.ts";

/** More at once would be a transaction that a page waits for. */
const AT_MOST = 10_000;

/**
 * Puts kept signals back into the inboxes of their people, in the order in which they came. Each is moved by the statement
 * that takes it away, under its old id: whoever asks at the same time finds it gone, and it takes effect once.
 */
export async function replayRejected(ctx: Context, input: ReplayInput): Promise<{ replayed: number; left: number }> {
  requireRole(ctx, "editor");
  const { database, workspaceId } = ctx;
  const replayed = await database.sql.begin(async (sql) => {
    const chosen = await sql<{ shard: number; ids: string[] }[]>`
      select shard, array_agg(id) as ids from (
        select shard, id from rejected_signals
        where workspace_id = ${workspaceId} ${input?.ids ? sql`and id = any(${input.ids}::uuid[])` : sql``}
        order by received_at limit ${AT_MOST}) chosen
      group by shard order by shard`;
    let moved = 0;
    for (const { shard, ids } of chosen) {
      const back = await sql`
        with gone as (
          delete from rejected_signals where shard = ${shard} and id = any(${ids}::uuid[]) returning *
        )
        insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
        select shard, now_once.at + row_number() over (order by received_at, id) * interval '1 microsecond', id,
          workspace_id, person_id, kind, payload
        from gone, (select clock_timestamp() as at) now_once`;
      moved += back.count;
    }
    return moved;
  });
  await audit(database.orm, ctx, "signals.replay", "rejected", { signals: replayed });
  wakeEngine();
  return { replayed, left: await countRejected(ctx) };
}
