import { reasonOf } from "../batch/refusal.ts";
import { isLasting } from "../lasting-error.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Prepared } from "./prepare.ts";
import { never } from "./render.ts";

/**
 * Keeps the bytes of first attempts before anything is sent, so that every later attempt sends the same (R43). What the
 * database refuses, such as a subject with a NUL that a template made, fails alone (R53).
 */
export async function storeRendered(runtime: OutboxRuntime, batch: readonly Prepared[]): Promise<readonly Prepared[]> {
  const fresh = batch.filter((prepared) => prepared.fresh);
  if (fresh.length === 0) return batch;
  try {
    await store(runtime, fresh);
    return batch;
  } catch (error) {
    if (!isLasting(error)) throw error;
  }
  const stored: Prepared[] = [];
  for (const prepared of batch) stored.push(prepared.fresh ? await storeAlone(runtime, prepared) : prepared);
  return stored;
}

async function storeAlone(runtime: OutboxRuntime, prepared: Prepared): Promise<Prepared> {
  try {
    await store(runtime, [prepared]);
    return prepared;
  } catch (error) {
    if (!isLasting(error)) throw error;
    return { ...prepared, fresh: false, refusal: never(`What was rendered cannot be stored: ${reasonOf(error)}`) };
  }
}

async function store(runtime: OutboxRuntime, fresh: readonly Prepared[]): Promise<void> {
  await runtime.database.sql`
    update deliveries d set recipient = r.recipient, sender = r.sender, subject = r.subject,
      rendered = r.rendered::json, content_revision = r.revision
    from unnest(
      ${fresh.map(({ delivery }) => delivery.shard)}::int[],
      ${fresh.map(({ delivery }) => delivery.id)}::text[],
      ${fresh.map(({ message }) => message.recipient)}::text[],
      ${fresh.map(({ message }) => message.sender)}::text[],
      ${fresh.map(({ message }) => message.subject)}::text[],
      ${fresh.map((prepared) => JSON.stringify(bytesOf(prepared)))}::text[],
      ${fresh.map(({ contentRevision }) => contentRevision)}::int[]
    ) as r (shard, id, recipient, sender, subject, rendered, revision)
    where d.shard = r.shard and d.id = r.id::uuid and d.status = 'sending'`;
}

/** The secret that signs a call is looked up at each attempt, never stored with it. */
function bytesOf({ message: { html, text, request }, notes }: Prepared) {
  const noted = notes.length === 0 ? {} : { notes };
  return request ? { text, method: request.method, headers: request.headers, ...noted } : { html, text, ...noted };
}
