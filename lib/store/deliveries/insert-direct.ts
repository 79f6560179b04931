import { newId, shardOf, type TransactionSql } from "#db";
import { NO_JOURNEY } from "./direct.ts";

export type DirectMessage = {
  readonly workspaceId: string;
  readonly personId: string;
  readonly channel: string;
  readonly contentType: string;
  readonly content: { readonly id: string; readonly revision: number };
  readonly variables: Readonly<Record<string, unknown>>;
  /** After so many hours it is not sent any more (R44). */
  readonly lifetimeHours: number;
};

/** Queues one message that belongs to no journey; returns its id. */
export async function insertDirectMessage(sql: TransactionSql, message: DirectMessage): Promise<string> {
  const { workspaceId, personId, channel, contentType, content, variables, lifetimeHours } = message;
  const shard = shardOf(personId);
  const id = newId(shard);
  await sql`
    insert into deliveries (shard, id, workspace_id, journey_id, version_id, enrollment_id, person_id, node_id, visit, epoch,
      channel, content_type, content_id, content_revision, status, variables, idempotency_key, queued_at, released_at,
      next_attempt_at, expires_at)
    select ${shard}, ${id}, ${workspaceId}, ${NO_JOURNEY}, ${NO_JOURNEY}, ${id}, ${personId}, ${NO_JOURNEY}, 1, 0,
      ${channel}, ${contentType}, ${content.id}, ${content.revision}, 'queued', ${JSON.stringify(variables)}::text::json,
      ${id}::text, at, at, at, at + make_interval(hours => ${lifetimeHours})
    from (select clock_timestamp() as at) clock`;
  return id;
}
