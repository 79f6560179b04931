import { and, eq, isNotNull, sql } from "drizzle-orm";
import { ALL_SHARDS, schema } from "#db";
import { eventName } from "#journey";
import type { Context, Transaction } from "#services";

/**
 * Recomputes which events anything listens to (R25): every version that people may enter or still stand on, and the
 * events that segment rules count. A journey's versions stay in for an hour after its last change: a batch that
 * began before may still put people on them.
 */
export async function recomputeInterest(ctx: Context, tx: Transaction): Promise<void> {
  const workspaceId = ctx.workspaceId;
  const names = await segmentEvents(ctx, tx);
  const shards = sql.raw(`array[${ALL_SHARDS.join(",")}]::smallint[]`);
  await tx.execute(sql`
    with live as (
      select v.program
      from versions v join journeys j on j.id = v.journey_id
      where v.workspace_id = ${workspaceId} and (
        (v.id = j.published_version_id and j.status in ('published', 'paused'))
        or j.updated_at > now() - interval '1 hour'
        or exists (
          select 1 from positions p
          where p.shard = any(${shards}) and p.journey_id = v.journey_id and p.version_id = v.id))
    ), wanted as (
      select jsonb_array_elements_text(live.program -> 'needs' -> 'interest') as name from live
      union
      select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb)
    ), gone as (
      delete from event_interest i
      where i.workspace_id = ${workspaceId} and not exists (select 1 from wanted w where w.name = i.name)
    )
    insert into event_interest (workspace_id, name)
    select ${workspaceId}::uuid, name from wanted
    on conflict do nothing`);
}

async function segmentEvents(ctx: Context, tx: Transaction): Promise<string[]> {
  const { segments } = schema;
  const rows = await tx
    .select({ rules: segments.rules })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), isNotNull(segments.rules)));
  const names = new Set<string>();
  for (const row of rows) collectEvents(row.rules, names);
  return [...names];
}

/** Rules nest: `{event, count}` may stand in any group. */
function collectEvents(rule: unknown, names: Set<string>): void {
  if (typeof rule !== "object" || rule === null) return;
  const { event, all, any } = rule as { event?: unknown; all?: unknown; any?: unknown };
  if (typeof event === "string") names.add(eventName(event));
  for (const group of [all, any]) if (Array.isArray(group)) for (const inner of group) collectEvents(inner, names);
}
