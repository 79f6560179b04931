import { shardOf, wakeEngine } from "#db";
import { ACCOUNT_TRAIT } from "#engine";
import { type Context, requireRole } from "#services";
import { type Account, lockAccount, storeAccount } from "#store/accounts";
import { logEvent } from "#store/events";
import { appendSignals } from "#store/inbox";
import { readSettings } from "#store/workspaces";
import { accountEvents } from "./account-events.ts";
import { personFor } from "./person-for.ts";
import type { AccountInput, LoyaltyAccount } from "./schema.ts";

/**
 * Stores the account of a customer and emits what changed. Account, person and events commit together, so nothing is
 * lost or doubled when the process dies.
 */
export async function putAccount(ctx: Context, externalId: string, input: AccountInput): Promise<LoyaltyAccount> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  const tiers = await tiersOf(ctx);
  const stored = await ctx.database.sql.begin(async (sql) => {
    const personId = await personFor(ctx, sql, externalId);
    const key = { shard: shardOf(personId), workspaceId, externalId, personId };
    const before = await lockAccount(sql, key);
    const after = merged(before, input);
    const events = accountEvents(before, after, tiers);
    if (events.length === 0) return { personId, after, events };
    await storeAccount(sql, key, after);
    // The change comes first: rules about the account see what the events tell.
    const patch = { traits: { [ACCOUNT_TRAIT]: after } };
    await appendSignals(sql, [{ workspaceId, personId, kind: "patch", payload: { patch, source: "account" } }]);
    const { isNew: _isNew, ...previous } = before;
    const properties = { ...after, previous: before.isNew ? null : previous };
    for (const name of events) await logEvent(sql, { workspaceId, personId, name, properties });
    return { personId, after, events };
  });
  wakeEngine();
  const { personId, after, events } = stored;
  return {
    externalId,
    personId,
    ...after,
    classification: after.classification as LoyaltyAccount["classification"],
    events,
  };
}

function merged(before: Account, input: AccountInput): Account {
  const { tier = before.tier, classification = before.classification, tierExpiresAt } = input;
  const expires = tierExpiresAt === undefined ? before.tierExpiresAt : tierExpiresAt;
  return { tier, tierExpiresAt: expires === null ? null : new Date(expires).toISOString(), classification };
}

/** From the lowest to the highest: the setting `tiers` of the workspace. */
async function tiersOf(ctx: Context): Promise<readonly string[]> {
  const { tiers } = await readSettings(ctx.database.orm, ctx.workspaceId);
  return Array.isArray(tiers) ? tiers.map(String) : [];
}
