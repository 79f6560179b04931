import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { MessageEventKind } from "./kinds.ts";

export type MessageEventRow = {
  readonly id: string;
  readonly kind: MessageEventKind;
  readonly at: Date | string;
  readonly detail: Record<string, unknown>;
};

/** All that happened to one message, in the order of time. */
export async function readMessageEvents(
  sql: Connection,
  workspaceId: string,
  deliveryId: string,
): Promise<MessageEventRow[]> {
  return await sql<MessageEventRow[]>`
    select id, kind, at, detail from message_events
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and delivery_id = ${deliveryId} and workspace_id = ${workspaceId}
    order by at, id limit 500`;
}
