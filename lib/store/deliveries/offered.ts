import type { Connection } from "../sql/connection.ts";

/** Notes what a person did with in-page content; false: they have completed or dismissed it meanwhile. */
export async function markOffered(
  sql: Connection,
  { shard, id }: { readonly shard: number; readonly id: string },
  status: "shown" | "completed" | "dismissed",
): Promise<boolean> {
  const marked = await sql`
    update deliveries set status = ${status}, sent_at = coalesce(sent_at, now()), next_attempt_at = null
    where shard = ${shard} and id = ${id} and status in ('queued', 'pending', 'shown')`;
  return marked.count > 0;
}
