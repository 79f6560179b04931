import type { NewCampaign } from "#engine";
import { readExactClock } from "../engine-config/read.ts";
import {
  type Connection,
  type Owned,
  peopleOf,
  plain,
  shardsOf,
  toSqlTimestamp,
  workspacesOf,
} from "../sql/connection.ts";
import { type AssignedCampaign, assignedColumns } from "./read.ts";

/** Stores the campaigns that steps made; they are active at once. */
export async function insertAssignedCampaigns(sql: Connection, rows: readonly Owned<NewCampaign>[]): Promise<void> {
  await sql`
    insert into assigned_campaigns (shard, id, workspace_id, person_id, name, template_id, content_id, made_by, status,
      started_at, created_at, updated_at)
    select shard, id, workspace_id, person_id, name, template_id, content_id, made_by, 'active', at::timestamptz,
      at::timestamptz, at::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${plain(rows.map(({ row }) => row.id))}::uuid[], ${workspacesOf(rows)}::uuid[],
      ${peopleOf(rows)}::uuid[], ${rows.map(({ row }) => row.name)}::text[],
      ${plain(rows.map(({ row }) => row.templateId))}::uuid[], ${plain(rows.map(({ row }) => row.contentId))}::uuid[],
      ${plain(rows.map(({ row }) => row.enrollmentId))}::uuid[], ${rows.map(({ row }) => toSqlTimestamp(row.at))}::text[]
    ) as new (shard, id, workspace_id, person_id, name, template_id, content_id, made_by, at)`;
}

type Assigned = {
  readonly shard: number;
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly name: string;
  readonly templateId: string | null;
  readonly contentId: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
};

/** Stores a private campaign that a request made, as a draft. */
export async function insertAssignedCampaign(sql: Connection, row: Assigned): Promise<void> {
  await sql`
    insert into assigned_campaigns (shard, id, workspace_id, person_id, name, template_id, content_id, status, starts_at,
      ends_at)
    values (${row.shard}, ${row.id}, ${row.workspaceId}, ${row.personId}, ${row.name}, ${row.templateId},
      ${row.contentId}, 'draft', ${row.startsAt}::timestamptz, ${row.endsAt}::timestamptz)`;
}

/** Moves a private campaign from one of the given states to another; `undefined`: it was in none of them. */
export async function moveAssignedCampaign(
  sql: Connection,
  { shard, id }: Pick<AssignedCampaign, "shard" | "id">,
  from: readonly string[],
  to: "active" | "ended",
): Promise<AssignedCampaign | undefined> {
  const [row] = await sql<AssignedCampaign[]>`
    update assigned_campaigns set status = ${to}, updated_at = now(),
      started_at = case when ${to} = 'active' then now() else started_at end
    where shard = ${shard} and id = ${id} and status = any(${[...from]}::text[])
    returning ${assignedColumns(sql)}`;
  return row;
}

/** Changes name and times of a private campaign. */
export async function changeAssignedCampaign(
  sql: Connection,
  { shard, id }: Pick<AssignedCampaign, "shard" | "id">,
  { name, contentId, startsAt, endsAt }: Pick<Assigned, "name" | "contentId" | "startsAt" | "endsAt">,
): Promise<void> {
  await sql`
    update assigned_campaigns set name = ${name}, content_id = ${contentId}, starts_at = ${startsAt}::timestamptz,
      ends_at = ${endsAt}::timestamptz, updated_at = now()
    where shard = ${shard} and id = ${id}`;
}

/** Starts the private campaigns that are due, up to 100 in each shard; the caller logs their events. */
export async function startDueAssigned(sql: Connection, now: string | null): Promise<AssignedCampaign[]> {
  const at = now ?? (await readExactClock(sql));
  const started = [];
  for (const { shard, ids } of await findDue(sql, { status: "draft", column: "starts_at", at, perShard: 100 }))
    started.push(
      ...(await sql<AssignedCampaign[]>`
        update assigned_campaigns set status = 'active', started_at = ${at}::timestamptz, updated_at = ${at}::timestamptz
        where shard = ${shard} and id = any(${plain(ids)}::uuid[]) and status = 'draft'
        returning ${assignedColumns(sql)}`),
    );
  return started;
}

/** Ends the private campaigns whose time is over, up to 1,000 in each shard. */
export async function endDueAssigned(sql: Connection, now: string | null): Promise<number> {
  const at = now ?? (await readExactClock(sql));
  let count = 0;
  for (const { shard, ids } of await findDue(sql, { status: "active", column: "ends_at", at, perShard: 1_000 })) {
    const ended = await sql`
      update assigned_campaigns set status = 'ended', updated_at = ${at}::timestamptz
      where shard = ${shard} and id = any(${plain(ids)}::uuid[]) and status = 'active'`;
    count += ended.count;
  }
  return count;
}

type Due = {
  readonly status: "draft" | "active";
  readonly column: "starts_at" | "ends_at";
  readonly at: string;
  readonly perShard: number;
};

/** Looks in all shards at once; what is due is then changed shard by shard, once more by its status. */
async function findDue(sql: Connection, { status, column, at, perShard }: Due) {
  const rows = await sql<{ shard: number; id: string }[]>`
    select looked.shard, due.id from shards looked
    cross join lateral (
      select id from assigned_campaigns own
      where own.shard = looked.shard and status = ${status} and ${sql(column)} is not null
        and ${sql(column)} <= ${at}::timestamptz
      order by ${sql(column)} limit ${perShard}
    ) due`;
  return [...Map.groupBy(rows, (row) => row.shard)].map(([shard, own]) => ({ shard, ids: own.map(({ id }) => id) }));
}

export async function deleteAssignedCampaign(
  sql: Connection,
  { shard, id }: Pick<AssignedCampaign, "shard" | "id">,
): Promise<void> {
  await sql`delete from assigned_campaigns where shard = ${shard} and id = ${id}`;
}
