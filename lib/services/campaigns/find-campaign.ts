import { type Context, iso, isoOrNull, notFound, readReference, type Transaction } from "#services";
import { type AssignedCampaign, findAssignedCampaign } from "#store/assigned-campaigns";
import { type CampaignRow, lockCampaignRow, readCampaign } from "#store/campaigns";
import type { Campaign } from "./schema.ts";

type Reader = Transaction | Context["database"]["orm"];

/** A public campaign or a template, or a private campaign of a person. */
export type FoundCampaign =
  | { readonly shared: CampaignRow; readonly assigned: null }
  | { readonly shared: null; readonly assigned: AssignedCampaign };

/** By id, key or number; throws `not_found`. */
export async function findCampaign(ctx: Context, reference: string): Promise<FoundCampaign> {
  const shared = await findShared(ctx, ctx.database.orm, reference);
  if (shared) return { shared, assigned: null };
  const named = readReference(reference);
  const isNamed = named.id !== null || named.number !== null;
  const assigned = isNamed ? await findAssignedCampaign(ctx.database.sql, ctx.workspaceId, named) : undefined;
  if (!assigned) throw notFound("campaign");
  return { shared: null, assigned };
}

/** A campaign that is no private one of a person; undefined = there is none. */
export async function findShared(ctx: Context, tx: Reader, reference: string): Promise<CampaignRow | undefined> {
  return readCampaign(tx, ctx.workspaceId, readReference(reference));
}

export async function lockCampaign(ctx: Context, tx: Transaction, id: string): Promise<CampaignRow> {
  const row = await lockCampaignRow(tx, ctx.workspaceId, id);
  if (!row) throw notFound("campaign");
  return row;
}

export function viewCampaign({ workspaceId, ...row }: CampaignRow): Campaign {
  return { ...row, personId: null, templateId: null, ...timesOf(row) };
}

/** The id serves as the key of a private campaign. */
export function viewAssigned({ workspaceId, shard, ...row }: AssignedCampaign): Campaign {
  return { ...row, key: row.id, kind: "private", isTemplate: false, segmentId: null, ...timesOf(row) };
}

export const viewFound = ({ shared, assigned }: FoundCampaign): Campaign =>
  shared === null ? viewAssigned(assigned) : viewCampaign(shared);

type Times = Pick<AssignedCampaign, "startsAt" | "endsAt" | "startedAt" | "createdAt" | "updatedAt">;

const timesOf = ({ startsAt, endsAt, startedAt, createdAt, updatedAt }: Times) => ({
  startsAt: isoOrNull(startsAt),
  endsAt: isoOrNull(endsAt),
  startedAt: isoOrNull(startedAt),
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});
