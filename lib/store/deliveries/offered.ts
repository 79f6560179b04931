import type { Connection } from "../sql/connection.ts";

/** In-page content that waits for the person to see, complete or dismiss it. */
export type OfferedDelivery = {
  readonly shard: number;
  readonly id: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly contentId: string;
  readonly key: string;
  readonly number: number;
  readonly type: string;
  readonly body: Record<string, unknown>;
  readonly variables: Record<string, unknown>;
};

/** What the step offers on which the enrollment stands; the sender may not have looked at it yet. */
export async function readOffered(
  sql: Connection,
  { shard, id, node_id }: { readonly shard: number; readonly id: string; readonly node_id: string | null },
): Promise<OfferedDelivery[]> {
  return await sql<OfferedDelivery[]>`
    select d.shard, d.id, d.node_id as "nodeId", d.visit, c.id as "contentId", c.slug as key, c.number, c.type, c.body,
      d.variables
    from deliveries d join content c on c.id = d.content_id and c.workspace_id = d.workspace_id
    where d.shard = ${shard} and d.enrollment_id = ${id} and d.node_id = ${node_id} and d.channel = 'inapp'
      and d.status in ('queued', 'pending', 'shown')
    order by d.queued_at desc limit 10`;
}

/** Notes what the person did with it; false: somebody has completed or dismissed it meanwhile. */
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
