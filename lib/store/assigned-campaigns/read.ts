import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

export type AssignedCampaign = {
  readonly shard: number;
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly number: number;
  readonly name: string;
  readonly templateId: string | null;
  readonly contentId: string | null;
  readonly status: "draft" | "active" | "ended";
  readonly startsAt: Date | string | null;
  readonly endsAt: Date | string | null;
  readonly startedAt: Date | string | null;
  readonly createdAt: Date | string;
  readonly updatedAt: Date | string;
};

export const assignedColumns = (sql: Connection) => sql`
  shard, id, workspace_id as "workspaceId", person_id as "personId", number, name, template_id as "templateId",
  content_id as "contentId", status, starts_at as "startsAt", ends_at as "endsAt", started_at as "startedAt",
  created_at as "createdAt", updated_at as "updatedAt"`;

/** By id or number, in every shard: a merge keeps the id but moves the row. */
export async function findAssignedCampaign(
  sql: Connection,
  workspaceId: string,
  { id, number }: { readonly id: string | null; readonly number: number | null },
): Promise<AssignedCampaign | undefined> {
  const named = id === null ? sql`number = ${number}` : sql`id = ${id}`;
  const [row] = await sql<AssignedCampaign[]>`
    select ${assignedColumns(sql)} from assigned_campaigns
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and workspace_id = ${workspaceId} and ${named}
    limit 1`;
  return row;
}

type Filter = {
  readonly workspaceId: string;
  readonly personId: string | null;
  readonly templateId: string | null;
  readonly status: string | null;
};

/** A page of private campaigns, newest first, and their number. */
export async function listAssignedCampaigns(
  sql: Connection,
  { workspaceId, personId, templateId, status }: Filter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: AssignedCampaign[]; readonly total: number }> {
  const shards = personId === null ? ALL_SHARDS : [shardOf(personId)];
  const own = sql`
    workspace_id = ${workspaceId}
    ${personId === null ? sql`` : sql`and person_id = ${personId}`}
    ${templateId === null ? sql`` : sql`and template_id = ${templateId}`}
    ${status === null ? sql`` : sql`and status = ${status}`}`;
  const [rows, [counted]] = await Promise.all([
    sql<AssignedCampaign[]>`
      select latest.* from unnest(${[...shards]}::int[]) as looked (shard_number)
      cross join lateral (
        select ${assignedColumns(sql)} from assigned_campaigns
        where shard = looked.shard_number and ${own}
        order by created_at desc limit ${offset + limit}
      ) latest
      order by latest."createdAt" desc, latest.id desc limit ${limit} offset ${offset}`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total from assigned_campaigns where shard = any(${[...shards]}::smallint[]) and ${own}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}
