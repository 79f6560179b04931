import type { Connection } from "../sql/connection.ts";

/** A journey without its canvas. */
export type ListedJourney = {
  readonly id: string;
  readonly name: string;
  readonly status: "draft" | "published" | "paused" | "archived";
  readonly hasGoal: boolean;
  readonly publishedVersion: number | null;
  /** The key of the conversions that are counted. */
  readonly countedRevision: string | null;
};

/** The journeys of a workspace by name; a journey that is being deleted is left out, and archived ones unless asked for. */
export async function readListedJourneys(
  sql: Connection,
  workspaceId: string,
  withArchived: boolean,
): Promise<ListedJourney[]> {
  return await sql<ListedJourney[]>`
    select j.id, j.name, j.status, v.goal is not null as "hasGoal",
      v.number as "publishedVersion", j.counted_revision as "countedRevision"
    from journeys j left join versions v on v.id = j.published_version_id
    where j.workspace_id = ${workspaceId} and (${withArchived} or j.status <> 'archived')
      and not exists (select from operations o where o.journey_id = j.id and o.kind = 'delete_journey')
    order by lower(j.name), j.id`;
}

export type RunningJourney = Pick<ListedJourney, "id" | "countedRevision"> & { readonly workspaceId: string };

/** The published journeys of all workspaces. */
export async function readRunningJourneys(sql: Connection): Promise<RunningJourney[]> {
  return await sql<RunningJourney[]>`
    select id, workspace_id as "workspaceId", counted_revision as "countedRevision" from journeys
    where status = 'published' order by id`;
}
