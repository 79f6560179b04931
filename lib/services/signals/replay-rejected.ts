import { type TransactionSql, wakeEngine } from "#db";
import type { PersonPatch } from "#engine";
import { audit, type Context, requireRole } from "#services";
import { countRejected } from "./list-rejected.ts";
import type { Replayed, ReplayInput } from "./schema.ts";
import { withoutNewer } from "./without-newer.ts";

/** More at once would be a transaction that a page waits for. */
const AT_MOST = 10_000;

type Chosen = { readonly shard: number; readonly ids: string[] };
type Shortened = { readonly id: string; readonly payload: string; readonly fields: string[] };

/**
 * Puts kept signals back into the inboxes of their people, in the order in which they came. Each is moved by the statement
 * that takes it away, under its old id: who asks at the same time finds it gone, and it takes effect once. Of a change of the
 * person that is left out which a later change has said something of: what is older must not come over what is newer.
 */
export async function replayRejected(ctx: Context, input: ReplayInput): Promise<Replayed> {
  requireRole(ctx, "editor");
  const { database, workspaceId } = ctx;
  const { replayed, superseded } = await database.sql.begin(async (sql) => {
    const chosen = await sql<Chosen[]>`
      select shard, array_agg(id) as ids from (
        select shard, id from rejected_signals
        where workspace_id = ${workspaceId} ${input?.ids ? sql`and id = any(${input.ids}::uuid[])` : sql``}
        order by received_at limit ${AT_MOST}) chosen
      group by shard order by shard`;
    let moved = 0;
    const superseded: Replayed["superseded"] = [];
    for (const one of chosen) {
      const shortened = await shorten(sql, one);
      moved += await putBack(sql, one, shortened);
      superseded.push(...shortened.map(({ id, fields }) => ({ id, fields })));
    }
    return { replayed: moved, superseded };
  });
  await audit(database.orm, ctx, "signals.replay", "rejected", { signals: replayed, superseded: superseded.length });
  wakeEngine();
  return { replayed, left: await countRejected(ctx), superseded };
}

/** Changes of people that others came after, stored ones or such as still wait, without what those say again. */
async function shorten(sql: TransactionSql, { shard, ids }: Chosen): Promise<Shortened[]> {
  const rows = await sql<{ id: string; payload: { patch: PersonPatch }; later: PersonPatch[] }[]>`
    select r.id, r.payload, later.patches as later
    from rejected_signals r, lateral (
      select json_agg(newer.patch) as patches from (
        select c.patch from person_changes c
        where c.shard = r.shard and c.person_id = r.person_id and c.at > r.received_at
        union all
        select i.payload -> 'patch' from inbox i
        where i.shard = r.shard and i.person_id = r.person_id and i.kind = 'patch' and i.received_at > r.received_at
      ) newer
    ) later
    where r.shard = ${shard} and r.id = any(${ids}::uuid[]) and r.kind = 'patch' and later.patches is not null
    for update of r`;
  return rows.flatMap(({ id, payload, later }) => {
    const { patch, fields } = withoutNewer(payload.patch, later);
    return fields.length === 0 ? [] : [{ id, payload: JSON.stringify({ ...payload, patch }), fields }];
  });
}

async function putBack(sql: TransactionSql, { shard, ids }: Chosen, shortened: readonly Shortened[]): Promise<number> {
  const back = await sql`
    with gone as (
      delete from rejected_signals where shard = ${shard} and id = any(${ids}::uuid[]) returning *
    )
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select shard, now_once.at + row_number() over (order by received_at, gone.id) * interval '1 microsecond', gone.id,
      workspace_id, person_id, kind, coalesce(shortened.payload::json, gone.payload)
    from (select clock_timestamp() as at) now_once, gone
    left join unnest(${shortened.map(({ id }) => id)}::uuid[], ${shortened.map(({ payload }) => payload)}::text[])
      as shortened (id, payload) on shortened.id = gone.id`;
  return back.count;
}
