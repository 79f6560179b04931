import type { Connection } from "../sql/connection.ts";

/** The questions of a survey in one revision. */
export type SurveyRow = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly revision: number;
  readonly body: Record<string, unknown>;
  readonly archived: boolean;
};

/** A survey in a revision, or as it is now; undefined: there is none, or not in that revision. */
export async function readSurvey(
  sql: Connection,
  workspaceId: string,
  id: string,
  revision: number | null,
): Promise<SurveyRow | undefined> {
  const [row] = await sql<SurveyRow[]>`
    select c.id, c.slug as key, c.name, coalesce(${revision}::int, c.revision) as revision, c.archived_at is not null as archived,
      case when coalesce(${revision}::int, c.revision) = c.revision then c.body else kept.body end as body
    from content c
    left join content_revisions kept on kept.content_id = c.id and kept.revision = ${revision}::int
    where c.id = ${id} and c.workspace_id = ${workspaceId} and c.type = 'survey'
      and (coalesce(${revision}::int, c.revision) = c.revision or kept.revision is not null)`;
  return row;
}
