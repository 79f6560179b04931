import { type Database, SHARD_COUNT } from "#db";
import type { Random } from "../random.ts";
import type { Standing } from "./next-action.ts";

export type DemoFound = { readonly workspaceId: string; readonly siteId: string };

/** The Demo workspace and its site, or `null` when there is none (any more). */
export async function findDemo(database: Database): Promise<DemoFound | null> {
  const [row] = await database.sql<DemoFound[]>`
    select w.id as "workspaceId", s.id as "siteId" from workspaces w join sites s on s.workspace_id = w.id
    where w.is_demo and not w.settings ? 'removing' order by s.created_at limit 1`;
  return row ?? null;
}

/** A person of one shard, people in a journey first; the number of a demo person is in their user id. */
export async function findSomeone(database: Database, workspaceId: string, random: Random): Promise<Standing | null> {
  const shard = random.whole(0, SHARD_COUNT - 1);
  const rows = await database.sql<Standing[]>`
    select substring(p.external_id from 6)::int as number, j.key as journey
    from people p
    left join positions pos on pos.shard = p.shard and pos.person_id = p.id
    left join journeys j on j.id = pos.journey_id
    where p.shard = ${shard} and p.workspace_id = ${workspaceId} and p.external_id ~ '^demo_[0-9]{5,8}$'
    order by j.key is null limit 60`;
  const inJourney = rows.filter((row) => row.journey !== null);
  const among = inJourney.length > 0 && random.chance(0.6) ? inJourney : rows;
  return among.length === 0 ? null : random.pick(among);
}

/** The number of the next new person. */
export async function nextNewcomer(database: Database, workspaceId: string): Promise<number> {
  const [row] = await database.sql<{ number: number }[]>`
    select coalesce(max(substring(value from 6)::int), 0) + 1 as number from identities
    where shard between 0 and 63 and workspace_id = ${workspaceId} and kind = 'external' and value ~ '^demo_[0-9]{5,8}$'`;
  return row?.number ?? 1;
}
