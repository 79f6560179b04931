import { and, eq, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { SiteRow } from "./read.ts";
import { sites } from "./table.ts";

export async function insertSite(orm: Orm | Transaction, site: typeof sites.$inferInsert): Promise<SiteRow> {
  const [row] = await orm.insert(sites).values(site).returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

/** Changes the given fields; `undefined`: the workspace has no such site any more. */
export async function updateSiteRow(
  orm: Orm | Transaction,
  { workspaceId, id }: Pick<SiteRow, "workspaceId" | "id">,
  fields: Partial<Pick<SiteRow, "name" | "origins" | "userProof" | "formerProofSecret">>,
): Promise<SiteRow | undefined> {
  const [row] = await orm
    .update(sites)
    .set({ ...fields, updatedAt: sql`now()` })
    .where(and(eq(sites.workspaceId, workspaceId), eq(sites.id, id)))
    .returning();
  return row;
}

/** Puts a sealed secret before the present one, which becomes the former one. */
export async function rotateProofSecret(
  orm: Orm | Transaction,
  { workspaceId, id }: Pick<SiteRow, "workspaceId" | "id">,
  sealed: string,
): Promise<SiteRow | undefined> {
  const [row] = await orm
    .update(sites)
    .set({
      proofSecret: sealed,
      formerProofSecret: sql`${sites.proofSecret}`,
      proofSecretAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(sites.workspaceId, workspaceId), eq(sites.id, id)))
    .returning();
  return row;
}
