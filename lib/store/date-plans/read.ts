import { ENTRY_TYPES, triggersBy } from "#journey";
import type { Connection } from "../sql/connection.ts";

/** The triggers on a date of one journey, and the time zones that apply to them. */
export type DateJourney = {
  readonly journeyId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  readonly basis: Record<string, unknown>;
  /** The time since which people may enter by the version, in ms. */
  readonly openSince: number;
};

/**
 * Every published or paused journey with triggers on a date. Dates also become due during a pause, and are then near misses.
 */
export async function readDateTriggers(sql: Connection): Promise<DateJourney[]> {
  return await sql<DateJourney[]>`
    select j.id as "journeyId", j.workspace_id as "workspaceId", v.id as "versionId",
      jsonb_build_object('workspace', w.timezone, 'journey', v.document -> 'settings' -> 'timezone',
        'triggers', dated.triggers) as basis,
      floor(extract(epoch from coalesce(j.published_at, v.created_at)) * 1000)::float8 as "openSince"
    from journeys j
    join workspaces w on w.id = j.workspace_id
    join versions v on v.id = j.published_version_id
    cross join lateral (
      select jsonb_object_agg(node ->> 'id', coalesce(node -> 'config' -> 'triggerConfig', '{}')) as triggers
      from jsonb_array_elements(v.document -> 'nodes') as node
      where node ->> 'type' = any(${[...ENTRY_TYPES]}::text[])
        and node -> 'config' ->> 'triggerType' = any(${triggersBy("date")}::text[])) as dated
    where j.status in ('published', 'paused') and dated.triggers is not null`;
}

export type PlannedJourney = Pick<DateJourney, "journeyId" | "versionId" | "basis">;

export async function readDatePlans(sql: Connection): Promise<PlannedJourney[]> {
  return await sql<PlannedJourney[]>`
    select journey_id as "journeyId", version_id as "versionId", basis from date_plans`;
}
