import { eventWindows } from "#journey";
import type { Connection } from "./connection.ts";

/**
 * How far back, in ms, any rule in use looks: segments, and versions that people enter or stand on. Rules without a limit
 * count what is kept.
 */
export async function longestWindow(sql: Connection): Promise<number> {
  const rows = await sql<{ rules: unknown }[]>`
    select rules from segments where rules is not null
    union all
    select document from versions
    where id in (select published_version_id from journeys where status in ('published', 'paused'))
      or id in (select distinct version_id from positions)`;
  const windows = rows.flatMap((row) => eventWindows(row.rules)).map((seconds) => seconds ?? 0);
  return windows.reduce((longest, seconds) => Math.max(longest, seconds), 0) * 1_000;
}
