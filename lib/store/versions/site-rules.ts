import type { Connection } from "../sql/connection.ts";

/** A trigger that pages look for. */
type PageTrigger = { readonly triggerType: string; readonly triggerConfig: Record<string, unknown> };

/** What a version has to do with pages. A version never changes, so this does not either. */
export type PageFacts = {
  readonly id: string;
  readonly triggers: readonly PageTrigger[];
  /** Whether a step shows content in pages. */
  readonly shows: boolean;
};

/** The versions of a site's journeys that are not archived: people may be on each. Without a site: of all. */
export async function readSiteVersions(
  sql: Connection,
  workspaceId: string,
  siteId: string | null,
): Promise<{ readonly id: string; readonly published: boolean }[]> {
  return await sql<{ id: string; published: boolean }[]>`
    select v.id, v.id = j.published_version_id and j.status = 'published' as published
    from journeys j join versions v on v.journey_id = j.id
    where j.workspace_id = ${workspaceId} and j.status <> 'archived'
      and (${siteId}::uuid is null or j.site_id = ${siteId}::uuid)
    order by j.number, v.number`;
}

/** The facts of versions, read from their documents. */
export async function readPageFacts(
  sql: Connection,
  ids: readonly string[],
  inPageTypes: readonly string[],
): Promise<PageFacts[]> {
  return await sql<PageFacts[]>`
    select v.id,
      coalesce(jsonb_agg(node -> 'config') filter (
        where node ->> 'type' = 'TRIGGER' and node -> 'config' ->> 'triggerType' in ('URL_MATCH', 'ELEMENT_CLICK')),
        '[]') as triggers,
      coalesce(bool_or(
        node ->> 'type' = 'CONTENT' and node -> 'config' ->> 'contentType' = any(${[...inPageTypes]}::text[])),
        false) as shows
    from versions v left join lateral jsonb_array_elements(v.document -> 'nodes') as node on true
    where v.id = any(${[...ids]}::text[]::uuid[])
    group by v.id`;
}
