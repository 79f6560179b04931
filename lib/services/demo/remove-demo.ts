import { and, eq, inArray, sql } from "drizzle-orm";
import { ALL_SHARDS } from "#db";
import { type Context, notFound } from "#services";
import { schema } from "#store";
import { deleteShard } from "#store/workspaces";
import type { RemovedDemo } from "./schema.ts";

const { engineConfig, eventCatalog, eventInterest, journeys, members, workspaces } = schema;

/**
 * Deletes the Demo workspace with all its data, regardless of the caller's workspace. Its journeys are archived first,
 * so that the engine stops running them (R14, R31); then each shard is emptied under its own lock.
 */
export async function removeDemo(ctx: Context): Promise<RemovedDemo> {
  const workspaceId = await requireOwnDemo(ctx);
  const { orm } = ctx.database;
  const archived = await orm.transaction(async (tx) => {
    // The demo's event generator stops when it finds this mark.
    await tx
      .update(workspaces)
      .set({ settings: sql`${workspaces.settings} || '{"removing": true}'` })
      .where(eq(workspaces.id, workspaceId));
    const rows = await tx
      .update(journeys)
      .set({ status: "archived", epoch: sql`${journeys.epoch} + 1`, pauseMode: null })
      .where(eq(journeys.workspaceId, workspaceId))
      .returning({ id: journeys.id });
    await tx.delete(schema.apiKeys).where(eq(schema.apiKeys.workspaceId, workspaceId));
    await tx.delete(eventInterest).where(eq(eventInterest.workspaceId, workspaceId));
    await tx.update(engineConfig).set({ revision: sql`${engineConfig.revision} + 1` });
    return rows.map((row) => row.id);
  });
  let people = 0;
  // Twice, because events that were being ingested during the first round are stored by the second.
  for (const shard of [...ALL_SHARDS, ...ALL_SHARDS]) {
    people += await deleteShard(ctx.database, shard, workspaceId, archived);
  }
  await orm.transaction(async (tx) => {
    await tx.delete(eventCatalog).where(eq(eventCatalog.workspaceId, workspaceId));
    // The journeys refer to the site by a foreign key without a cascade.
    await tx.delete(journeys).where(eq(journeys.workspaceId, workspaceId));
    await tx.delete(workspaces).where(eq(workspaces.id, workspaceId));
    await tx.update(engineConfig).set({ revision: sql`${engineConfig.revision} + 1` });
  });
  return { people, journeys: archived.length };
}

/** The demo that the caller may remove: as its owner, or as the product itself. */
async function requireOwnDemo(ctx: Context): Promise<string> {
  const { orm } = ctx.database;
  const demos = await orm.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.isDemo, true));
  const ids = demos.map((row) => row.id);
  if (ctx.actor.kind === "system" && ids[0]) return ids[0];
  if (ctx.actor.kind === "key" || ids.length === 0) throw notFound("demo workspace");
  const [owned] = await orm
    .select({ id: members.workspaceId })
    .from(members)
    .where(
      and(
        inArray(members.workspaceId, ids),
        eq(members.userId, ctx.actor.id),
        eq(members.role, "owner"),
        eq(members.status, "active"),
      ),
    );
  if (!owned) throw notFound("demo workspace");
  return owned.id;
}
