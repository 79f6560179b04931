import { audit, type Context, forbidden, invalidField, requireRole } from "#services";
import { createKey as storeKey } from "#services/accounts";
import { findSite } from "#services/sites";
import { findUser } from "#store/users";
import { viewKey } from "./list-keys.ts";
import type { KeyInput, NewApiKey } from "./schema.ts";

/**
 * A new key; the answer is the only place that has it in full. Keys of the workspace are made by owners, personal ones by
 * the members for whom they act.
 */
export async function createKey(ctx: Context, input: KeyInput): Promise<NewApiKey> {
  if (!input.isPersonal) requireRole(ctx, "owner");
  else if (ctx.actor.kind !== "user") throw forbidden("A personal key is made by a member, not by a key.");
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt.getTime() <= Date.now()) throw invalidField(["expiresAt"], "This time is over already");
  const siteId = input.siteId ?? null;
  if (siteId) {
    await findSite(ctx, siteId).catch(() => {
      throw invalidField(["siteId"], `There is no site ${siteId}`);
    });
  }
  return ctx.database.orm.transaction(async (tx) => {
    const { kind, name, isPersonal } = input;
    const { workspaceId, actor } = ctx;
    const scopes = input.scopes ? [...new Set(input.scopes)] : null;
    const member = isPersonal ? await findUser(tx, actor.id) : undefined;
    const key = { workspaceId, siteId, kind, name, scopes, expiresAt, memberId: member?.id ?? null };
    const { row, plain } = await storeKey(tx, { ...key, createdBy: actor.id });
    await audit(tx, ctx, "key.create", row.id, {
      ...{ kind, name, isPersonal },
      ...(scopes ? { scopes } : {}),
      ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
    });
    return { ...viewKey({ ...row, memberEmail: member?.email ?? null }), key: plain };
  });
}
