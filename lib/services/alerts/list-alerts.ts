import { ALL_SHARDS } from "#db";
import { type Context, iso } from "#services";
import type { Alert } from "./schema.ts";

const DAYS = 7;
const AT_MOST = 100;

type Row = {
  id: string;
  code: Alert["code"];
  journey_id: string | null;
  journey_name: string | null;
  text: string;
  at: string;
  count: number;
};

/** What nobody has dismissed of the last seven days, the latest first; one an hour for the same thing. */
export async function listAlerts(ctx: Context): Promise<Alert[]> {
  return readAlerts(ctx, null);
}

/** The same, or one of them whether dismissed or not. */
export async function readAlerts(ctx: Context, id: string | null): Promise<Alert[]> {
  const { sql } = ctx.database;
  const rows = await sql<Row[]>`
    with raised as (
      select id, code, journey_id, sum(count)::float8 as count, max(at) as at, (array_agg(text order by at desc))[1] as text
      from alerts
      where shard = any(${ALL_SHARDS}::smallint[]) and (workspace_id = ${ctx.workspaceId} or workspace_id is null)
        ${id === null ? sql`and dismissed_at is null and at > now() - make_interval(days => ${DAYS})` : sql`and id = ${id}`}
      group by id, code, journey_id
    )
    select raised.*, j.name as journey_name from raised left join journeys j on j.id = raised.journey_id
    where raised.journey_id is null or j.id is not null
    order by raised.at desc, raised.id limit ${AT_MOST}`;
  return rows.map(({ journey_id, journey_name, at, ...row }) => ({
    ...row,
    journeyId: journey_id,
    journeyName: journey_name,
    at: iso(at),
  }));
}
