import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import { type Context, type Listing, listing, offsetOf } from "#services";
import { schema } from "#store";
import type { SenderIdentity, SenderIdentityQuery } from "./schema.ts";
import { viewIdentities } from "./view-identity.ts";

const { senderIdentities } = schema;

/** Sender identities by address. */
export async function listIdentities(ctx: Context, query: SenderIdentityQuery): Promise<Listing<SenderIdentity>> {
  const { orm } = ctx.database;
  const { workspaceId, verifiedAt, email, id } = senderIdentities;
  const byStatus = { verified: isNotNull(verifiedAt), unverified: isNull(verifiedAt) };
  const where = and(
    eq(workspaceId, ctx.workspaceId),
    query.status && byStatus[query.status],
    query.email === undefined ? undefined : eq(email, query.email.trim().toLowerCase()),
  );
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(senderIdentities).where(where),
    orm
      .select()
      .from(senderIdentities)
      .where(where)
      .orderBy(asc(email), asc(id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(await viewIdentities(ctx, rows), total?.total ?? 0, query);
}
