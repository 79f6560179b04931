import { keepRendered } from "#store/deliveries";
import { reasonOf } from "../batch/refusal.ts";
import { isLasting } from "../lasting-error.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import type { Prepared } from "./prepare.ts";
import { never } from "./render.ts";
import { UNTRACKED } from "./track-message.ts";

/**
 * Stores rendered first attempts before anything is sent, so that every later attempt sends the same bytes (R43). A
 * message that the database refuses, for example because a template put a NUL into the subject, fails alone (R53).
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
  await keepRendered(
    runtime.database.sql,
    fresh.map((prepared) => ({
      shard: prepared.delivery.shard,
      id: prepared.delivery.id,
      recipient: prepared.message.recipient,
      sender: prepared.message.sender,
      subject: prepared.message.subject,
      rendered: bytesOf(prepared),
      contentRevision: prepared.contentRevision,
      ...(prepared.tracks ?? UNTRACKED),
    })),
  );
}

/** The secret that signs a call is read at each attempt and never stored with it. */
function bytesOf({ message: { html, text, replyTo, cc, request }, notes }: Prepared) {
  const noted = notes.length === 0 ? {} : { notes };
  if (request) return { text, method: request.method, headers: request.headers, ...noted };
  return { html, text, ...(replyTo ? { replyTo } : {}), ...(cc ? { cc } : {}), ...noted };
}
