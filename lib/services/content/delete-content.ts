import { eq, sql } from "drizzle-orm";
import { ALL_SHARDS, schema, wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { raiseEngineRevision } from "#services/configuration";
import { type ContentRow, lockContent } from "./find-content.ts";

const { content } = schema;

/** Takes an item out of use; refused while people may still come to it, naming the journeys (R43). Its slug is free again. */
export async function deleteContent(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockContent(ctx, tx, reference);
    const users = await journeysUsing(ctx, tx, row);
    if (users.length > 0) {
      const names = users.map((journey) => journey.name).join(", ");
      throw conflict(`This content is used by ${names}.`, { journeys: users });
    }
    await tx
      .update(content)
      .set({ archivedAt: sql`now()`, slug: `${row.slug}~${row.id}` })
      .where(eq(content.id, row.id));
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "content.delete", row.id, { slug: row.slug });
  });
  wakeEngine();
}

/** Journeys of which a version in use, published or with people on it, shows this item. */
async function journeysUsing(ctx: Context, tx: Transaction, row: ContentRow): Promise<{ id: string; name: string }[]> {
  const shards = sql.raw(`array[${ALL_SHARDS.join(",")}]::smallint[]`);
  return tx.execute<{ id: string; name: string }>(sql`
    select distinct j.id, j.name
    from versions v join journeys j on j.id = v.journey_id
    where v.workspace_id = ${ctx.workspaceId} and j.status <> 'archived'
      and exists (
        select 1 from jsonb_array_elements(v.document -> 'nodes') node
        where node ->> 'contentId' in (${row.id}, ${row.slug}, ${String(row.number)}))
      and (
        (v.id = j.published_version_id and j.status in ('published', 'paused'))
        or exists (
          select 1 from positions p
          where p.shard = any(${shards}) and p.journey_id = j.id and p.version_id = v.id and p.epoch = j.epoch))
    order by j.name`);
}
