import { and, count, desc, eq, ilike, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { byName, type Name } from "../sql/by-name.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { campaigns } from "./table.ts";

export type CampaignRow = typeof campaigns.$inferSelect;

/** A public campaign or a template. */
export async function readCampaign(
  orm: Orm | Transaction,
  workspaceId: string,
  name: Name,
): Promise<CampaignRow | undefined> {
  const [row] = await orm
    .select()
    .from(campaigns)
    .where(byName(campaigns, workspaceId, name))
    .limit(1);
  return row;
}

export async function lockCampaignRow(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<CampaignRow | undefined> {
  const [row] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.id, id)))
    .for("update");
  return row;
}

/** The templates of a workspace by id, key and number. */
export async function readTemplateNames(
  orm: Orm | Transaction,
  workspaceId: string,
): Promise<Pick<CampaignRow, "id" | "key" | "number">[]> {
  const { id, key, number, isTemplate } = campaigns;
  return orm
    .select({ id, key, number })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, workspaceId), isTemplate));
}

/** All of a workspace by id, key and number. */
export async function readCampaignNames(
  orm: Orm | Transaction,
  workspaceId: string,
): Promise<Pick<CampaignRow, "id" | "key" | "number">[]> {
  const { id, key, number } = campaigns;
  return orm.select({ id, key, number }).from(campaigns).where(eq(campaigns.workspaceId, workspaceId));
}

export type CampaignFilter = {
  readonly workspaceId: string;
  readonly kind: CampaignRow["kind"] | null;
  readonly isTemplate: boolean | null;
  readonly status: CampaignRow["status"] | null;
  /** A pattern of `ilike` for name or key. */
  readonly pattern: string | null;
};

/** A page of public campaigns and templates, newest first; null in the filter = any. */
export async function listCampaignRows(
  orm: Orm,
  { workspaceId, kind, isTemplate, status, pattern }: CampaignFilter,
  page: Page,
): Promise<Paged<CampaignRow>> {
  const where = and(
    eq(campaigns.workspaceId, workspaceId),
    kind === null ? undefined : eq(campaigns.kind, kind),
    isTemplate === null ? undefined : eq(campaigns.isTemplate, isTemplate),
    status === null ? undefined : eq(campaigns.status, status),
    pattern === null ? undefined : or(ilike(campaigns.name, pattern), ilike(campaigns.key, pattern)),
  );
  return withTotal(
    orm
      .select()
      .from(campaigns)
      .where(where)
      .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(campaigns).where(where),
  );
}
