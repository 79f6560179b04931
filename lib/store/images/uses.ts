import type { Connection } from "../sql/connection.ts";

/** Content that shows a picture, published or in its draft: the name of its file holds an id that nothing else has. */
export async function readImageUses(
  sql: Connection,
  workspaceId: string,
  file: string,
): Promise<{ id: string; name: string }[]> {
  const pattern = `%${file}%`;
  return await sql<{ id: string; name: string }[]>`
    select c.id, c.name from content c left join content_drafts d on d.content_id = c.id
    where c.workspace_id = ${workspaceId} and c.archived_at is null and (
      concat_ws(' ', c.html, c.text, c.body::text, c.mail::text, c.compiled::text) like ${pattern}
      or concat_ws(' ', d.html, d.text, d.body::text, d.mail::text) like ${pattern})
    order by c.name, c.id`;
}
