import type { Connection } from "../sql/connection.ts";

/** A trigger that pages look for. */
export type PageTrigger = { readonly triggerType: string; readonly triggerConfig: Record<string, unknown> };

/** The triggers by click and by page of a site's running journeys. Without a site: of all. */
export async function readPageTriggers(
  sql: Connection,
  workspaceId: string,
  siteId: string | null,
): Promise<PageTrigger[]> {
  return await sql<PageTrigger[]>`
    select node -> 'config' ->> 'triggerType' as "triggerType", node -> 'config' -> 'triggerConfig' as "triggerConfig"
    from journeys j join versions v on v.id = j.published_version_id
    cross join lateral jsonb_array_elements(v.document -> 'nodes') as node
    where j.workspace_id = ${workspaceId} and j.status = 'published'
      and (${siteId}::uuid is null or j.site_id = ${siteId}::uuid)
      and node ->> 'type' = 'TRIGGER' and node -> 'config' ->> 'triggerType' in ('URL_MATCH', 'ELEMENT_CLICK')
    order by j.number`;
}

/** Whether any version of a journey that is not archived shows content in pages of the site. */
export async function showsInPage(
  sql: Connection,
  {
    workspaceId,
    siteId,
    types,
  }: { readonly workspaceId: string; readonly siteId: string | null; readonly types: readonly string[] },
): Promise<boolean> {
  const [row] = await sql<{ shows: boolean }[]>`
    select exists (
      select from journeys j join versions v on v.journey_id = j.id
      cross join lateral jsonb_array_elements(v.document -> 'nodes') as node
      where j.workspace_id = ${workspaceId} and j.status <> 'archived'
        and (${siteId}::uuid is null or j.site_id = ${siteId}::uuid)
        and node ->> 'type' = 'CONTENT' and node -> 'config' ->> 'contentType' = any(${[...types]}::text[])) as shows`;
  return row?.shows ?? false;
}
