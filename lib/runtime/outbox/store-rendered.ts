import type { Message } from "#channels";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Prepared } from "./prepare.ts";

/** Keeps the bytes of first attempts before anything is sent, so that every later attempt sends the same (R43). */
export async function storeRendered(runtime: OutboxRuntime, batch: readonly Prepared[]): Promise<void> {
  const fresh = batch.filter((prepared) => prepared.fresh);
  if (fresh.length === 0) return;
  await runtime.database.sql`
    update deliveries d set recipient = r.recipient, sender = r.sender, subject = r.subject,
      rendered = r.rendered::json, content_revision = r.revision
    from unnest(
      ${fresh.map(({ delivery }) => delivery.shard)}::int[],
      ${fresh.map(({ delivery }) => delivery.id)}::text[],
      ${fresh.map(({ message }) => message.recipient)}::text[],
      ${fresh.map(({ message }) => message.sender)}::text[],
      ${fresh.map(({ message }) => message.subject)}::text[],
      ${fresh.map(({ message }) => JSON.stringify(bytesOf(message)))}::text[],
      ${fresh.map(({ contentRevision }) => contentRevision)}::int[]
    ) as r (shard, id, recipient, sender, subject, rendered, revision)
    where d.shard = r.shard and d.id = r.id::uuid and d.status = 'sending'`;
}

/** The secret that signs a call is looked up at each attempt, never stored with it. */
function bytesOf({ html, text, request }: Message) {
  return request ? { text, method: request.method, headers: request.headers } : { html, text };
}
