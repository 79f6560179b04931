import { type Context, type Listing, listing, offsetOf } from "#services";
import { listIdentityRows } from "#store/sender-identities";
import type { SenderIdentity, SenderIdentityQuery } from "./schema.ts";
import { viewIdentities } from "./view-identity.ts";

/** Sender identities by address. */
export async function listIdentities(ctx: Context, query: SenderIdentityQuery): Promise<Listing<SenderIdentity>> {
  const filter = {
    workspaceId: ctx.workspaceId,
    status: query.status ?? null,
    email: query.email?.trim().toLowerCase() ?? null,
  };
  const page = { limit: query.limit, offset: offsetOf(query) };
  const { rows, total } = await listIdentityRows(ctx.database.orm, filter, page);
  return listing(await viewIdentities(ctx, rows), total, query);
}
