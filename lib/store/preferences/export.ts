import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

export type ExportedTracking = {
  readonly personId: string;
  readonly userId: string | null;
  readonly anonymousId: string | null;
  readonly opens: boolean | null;
  readonly clicks: boolean | null;
};

/** Who answered about tracking, in the order of their keys. */
export async function exportTracking(
  sql: Connection,
  workspaceId: string,
  after: { readonly shard: number; readonly personId: string },
  limit: number,
): Promise<ExportedTracking[]> {
  const rows: ExportedTracking[] = [];
  for (const shard of ALL_SHARDS.filter((one) => one >= after.shard)) {
    const from = shard === after.shard ? after.personId : "00000000-0000-0000-0000-000000000000";
    rows.push(
      ...(await sql<ExportedTracking[]>`
        select f.person_id as "personId", p.external_id as "userId", p.anonymous_id as "anonymousId",
          f.track_opens as opens, f.track_clicks as clicks
        from preferences f join people p on p.shard = f.shard and p.id = f.person_id
        where f.shard = ${shard} and f.workspace_id = ${workspaceId} and f.person_id > ${from}
          and (f.track_opens is not null or f.track_clicks is not null)
        order by f.person_id limit ${limit - rows.length}`),
    );
    if (rows.length >= limit) break;
  }
  return rows;
}
