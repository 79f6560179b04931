import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** A message as a report names it: by its id, or by the parts of its Message-ID. */
export type MessageReference =
  | { readonly deliveryId: string }
  | { readonly enrollmentId: string; readonly nodeId: string; readonly visit: number };

export type Referred = {
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly recipient: string | null;
  readonly channel: string;
  readonly sentAt: Date | string | null;
};

/** The message of a report, whatever its workspace; the caller refuses one of another. */
export async function findReferred(sql: Connection, reference: MessageReference): Promise<Referred | undefined> {
  const named =
    "deliveryId" in reference
      ? sql`id = ${reference.deliveryId}`
      : sql`enrollment_id = ${reference.enrollmentId} and node_id = ${reference.nodeId} and visit = ${reference.visit}`;
  const [row] = await sql<Referred[]>`
    select id, workspace_id as "workspaceId", person_id as "personId", recipient, channel, sent_at as "sentAt" from deliveries
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and ${named}`;
  return row;
}
