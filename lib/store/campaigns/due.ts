import { type Connection, timeOr } from "../sql/connection.ts";

/** Starts the public campaigns that are due, each with the operation that tells people; returns how many. */
export async function startDueCampaigns(sql: Connection, now: string | null): Promise<number> {
  const started = await sql`
    with started as (
      update campaigns set status = 'active', started_at = ${timeOr(sql, now)}, updated_at = now()
      where status = 'draft' and starts_at is not null and starts_at <= ${timeOr(sql, now)} and not is_template
      returning id, workspace_id, segment_id
    )
    insert into operations (id, workspace_id, kind, input, created_by)
    select md5(id::text || ' start')::uuid, workspace_id, 'start_campaign',
      jsonb_strip_nulls(jsonb_build_object('campaignId', id, 'segmentId', segment_id)), 'schedule'
    from started
    on conflict (id) do nothing`;
  return started.count;
}

/** Ends the campaigns whose time is over. */
export async function endDueCampaigns(sql: Connection, now: string | null): Promise<number> {
  const ended = await sql`
    update campaigns set status = 'ended', updated_at = now()
    where status = 'active' and ends_at is not null and ends_at <= ${timeOr(sql, now)}`;
  return ended.count;
}
