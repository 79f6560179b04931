import { ALL_SHARDS, shardOf, wakeEngine } from "#db";
import { type Context, invalidField, requireRole } from "#services";
import { logEvent } from "#store/events";
import { findOrderOwner, storeOrder } from "#store/orders";
import { personFor } from "./person-for.ts";
import type { Order, OrderInput } from "./schema.ts";

/**
 * Stores an order and emits its event: created the first time, closed when it becomes closed, else updated. All of it
 * commits together.
 */
export async function putOrder(ctx: Context, id: string, input: OrderInput): Promise<Order> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  const { externalId, status } = input;
  const stored = await ctx.database.sql.begin(async (sql) => {
    const owner = await findOrderOwner(sql, ALL_SHARDS, { workspaceId, id });
    if (owner !== undefined && owner !== externalId)
      throw invalidField(["externalId"], "This order belongs to another customer");
    const personId = await personFor(ctx, sql, externalId);
    const before = await storeOrder(sql, { shard: shardOf(personId), workspaceId, id, personId, externalId, status });
    const events = eventsOf(before, status);
    const properties = { orderId: id, status, previousStatus: before };
    for (const name of events) await logEvent(sql, { workspaceId, personId, name, properties });
    return { personId, events };
  });
  wakeEngine();
  return { id, externalId, status, ...stored };
}

/** An order that is closed when it is first reported was created, and is closed. */
function eventsOf(before: string | null, status: string): string[] {
  const isClosed = status === "closed" && before !== "closed";
  if (before === null) return ["order.created", ...(isClosed ? ["order.closed"] : [])];
  return [isClosed ? "order.closed" : "order.updated"];
}
