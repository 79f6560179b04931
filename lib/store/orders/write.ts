import type { Connection } from "../sql/connection.ts";

type Order = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly id: string;
  readonly personId: string;
  readonly externalId: string;
  readonly status: string;
};

/** The status of the order before; null = it is new. The row is locked until the transaction ends. */
export async function storeOrder(sql: Connection, order: Order): Promise<string | null> {
  const { shard, workspaceId, id, personId, externalId, status } = order;
  const inserted = await sql`
    insert into orders (shard, workspace_id, id, person_id, external_id, status, closed_at)
    values (${shard}, ${workspaceId}, ${id}, ${personId}, ${externalId}, ${status},
      case when ${status} = 'closed' then now() end)
    on conflict do nothing`;
  if (inserted.count > 0) return null;
  const [before] = await sql<{ status: string }[]>`
    select status from orders where shard = ${shard} and workspace_id = ${workspaceId} and id = ${id} for update`;
  await sql`
    update orders set status = ${status}, updated_at = now(),
      closed_at = case when ${status} = 'closed' then coalesce(closed_at, now()) end
    where shard = ${shard} and workspace_id = ${workspaceId} and id = ${id}`;
  return before?.status ?? null;
}

/** Whether the order belongs to another person: its rows are in that person's shard. */
export async function findOrderOwner(
  sql: Connection,
  shards: readonly number[],
  { workspaceId, id }: Pick<Order, "workspaceId" | "id">,
): Promise<string | undefined> {
  const [row] = await sql<{ externalId: string }[]>`
    select external_id as "externalId" from orders
    where shard = any(${[...shards]}::smallint[]) and workspace_id = ${workspaceId} and id = ${id} limit 1`;
  return row?.externalId;
}
