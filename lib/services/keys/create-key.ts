import { audit, type Context, invalidField, requireRole } from "#services";
import { createKey as storeKey } from "#services/accounts";
import { findSite } from "#services/sites";
import { viewKey } from "./list-keys.ts";
import type { KeyInput, NewApiKey } from "./schema.ts";

/** A new key of the workspace; the answer is the only place that has it in full. */
export async function createKey(ctx: Context, input: KeyInput): Promise<NewApiKey> {
  requireRole(ctx, "owner");
  const siteId = input.siteId ?? null;
  if (siteId) {
    await findSite(ctx, siteId).catch(() => {
      throw invalidField(["siteId"], `There is no site ${siteId}`);
    });
  }
  return ctx.database.orm.transaction(async (tx) => {
    const { workspaceId } = ctx;
    const { kind, name } = input;
    const scopes = input.scopes ? [...new Set(input.scopes)] : null;
    const { row, plain } = await storeKey(tx, { workspaceId, siteId, kind, name, scopes, createdBy: ctx.actor.id });
    await audit(tx, ctx, "key.create", row.id, { kind, name, ...(scopes ? { scopes } : {}) });
    return { ...viewKey(row), key: plain };
  });
}
