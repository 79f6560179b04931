import type { Connection } from "../sql/connection.ts";

export type ContentRow = {
  readonly workspaceId: string;
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly revision: number;
};

/** The few content items a batch's nodes refer to by id, slug or number; their revision is kept with the delivery (R43). */
export async function findContent(sql: Connection, workspaces: string[], references: string[]): Promise<ContentRow[]> {
  return await sql<ContentRow[]>`
    select workspace_id as "workspaceId", id, slug, number, revision
    from content
    where workspace_id = any(${workspaces}::uuid[])
      and (slug = any(${references}::text[]) or id::text = any(${references}::text[]) or number::text = any(${references}::text[]))`;
}
