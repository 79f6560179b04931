import { type Context, iso, isoOrNull, isUuid, notFound } from "#services";
import { readPublicValues } from "#store/api-keys";
import { readSite, type SiteRow } from "#store/sites";
import type { Site } from "./schema.ts";

export async function findSite(ctx: Context, id: string): Promise<SiteRow> {
  if (!isUuid(id)) throw notFound("site");
  const row = await readSite(ctx.database.orm, ctx.workspaceId, id);
  if (!row) throw notFound("site");
  return row;
}

/** Rows with the newest publishable key of each site. */
export async function viewSites(ctx: Context, rows: readonly SiteRow[]): Promise<Site[]> {
  const ids = rows.map((row) => row.id);
  const keys = await readPublicValues(ctx.database.orm, ids);
  const keyOf = new Map(keys.map((key) => [key.siteId, key.publicValue]));
  return rows.map(({ id, name, origins, createdAt, updatedAt, ...row }) => ({
    id,
    name,
    origins,
    userProof: {
      mode: row.userProof,
      secretSince: isoOrNull(row.proofSecretAt),
      hasFormerSecret: row.formerProofSecret !== null,
    },
    publishableKey: keyOf.get(id) ?? null,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  }));
}

export async function viewSite(ctx: Context, row: SiteRow): Promise<Site> {
  const [site] = await viewSites(ctx, [row]);
  if (!site) throw new Error("a site without a view");
  return site;
}
