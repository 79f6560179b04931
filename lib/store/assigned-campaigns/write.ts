import type { NewCampaign } from "#engine";
import {
  type Connection,
  type Owned,
  peopleOf,
  plain,
  shardsOf,
  toSqlTimestamp,
  workspacesOf,
} from "../sql/connection.ts";

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
