import { ALL_SHARDS } from "#db";
import { type Context, notFound } from "#services";
import { deleteKeys } from "#store/api-keys";
import { raiseEngineRevision } from "#store/engine-config";
import { deleteEventNames } from "#store/event-catalog";
import { deleteInterest } from "#store/event-interest";
import { archiveAll, deleteJourneys } from "#store/journeys";
import { findOwned } from "#store/members";
import { deleteProperties } from "#store/property-catalog";
import { deleteShard, deleteWorkspace, readDemoIds, updateWorkspaceRow } from "#store/workspaces";
import type { RemovedDemo } from "./schema.ts";

/**
 * Deletes the Demo workspace with all its data, regardless of the caller's workspace. Its journeys are archived first,
 * so that the engine stops running them (R14, R31); then each shard is emptied under its own lock.
 */
export async function removeDemo(ctx: Context): Promise<RemovedDemo> {
  const workspaceId = await requireOwnDemo(ctx);
  const { orm } = ctx.database;
  const archived = await orm.transaction(async (tx) => {
    // The demo's event generator stops when it finds this mark.
    await updateWorkspaceRow(tx, workspaceId, { settings: { removing: true } });
    const journeys = await archiveAll(tx, workspaceId);
    await deleteKeys(tx, workspaceId);
    await deleteInterest(tx, workspaceId);
    await raiseEngineRevision(tx);
    return journeys;
  });
  let people = 0;
  // Twice, because events that were being ingested during the first round are stored by the second.
  for (const shard of [...ALL_SHARDS, ...ALL_SHARDS]) {
    people += await deleteShard(ctx.database, shard, workspaceId, archived);
  }
  await orm.transaction(async (tx) => {
    await deleteEventNames(tx, workspaceId);
    await deleteProperties(tx, workspaceId);
    // The journeys refer to the site by a foreign key without a cascade.
    await deleteJourneys(tx, workspaceId);
    await deleteWorkspace(tx, workspaceId);
    await raiseEngineRevision(tx);
  });
  return { people, journeys: archived.length };
}

/** The demo that the caller may remove: as its owner, or as the product itself. */
async function requireOwnDemo(ctx: Context): Promise<string> {
  const { orm } = ctx.database;
  const ids = await readDemoIds(orm);
  if (ctx.actor.kind === "system" && ids[0]) return ids[0];
  if (ctx.actor.kind === "key" || ids.length === 0) throw notFound("demo workspace");
  const owned = await findOwned(orm, ctx.actor.id, ids);
  if (owned === undefined) throw notFound("demo workspace");
  return owned;
}
