import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/** Deletes keys with their answers that were created before a time. */
export async function deleteOldAnswers(sql: Connection, before: number): Promise<void> {
  await sql`delete from idempotency_keys where created_at < ${toSqlTimestamp(before)}::timestamptz`;
}

/** A stored answer. */
export type KeptAnswer = {
  readonly status: number;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
};

type OwnKey = { readonly workspaceId: string; readonly key: string };

/**
 * Takes a key for a request if it is free. A key is free again a day after it was taken; if it has no answer, already
 * after the interval `patience`.
 */
export async function takeKey(
  sql: Connection,
  { workspaceId, key }: OwnKey,
  fingerprint: string,
  patience: string,
): Promise<boolean> {
  const taken = await sql`
    insert into idempotency_keys as known (workspace_id, key, fingerprint)
    values (${workspaceId}, ${key}, ${fingerprint})
    on conflict (workspace_id, key) do update
      set fingerprint = excluded.fingerprint, status = null, body = null, headers = null, created_at = now()
      where known.created_at < now() - interval '1 day'
        or (known.status is null and known.created_at < now() - ${patience}::interval)`;
  return taken.count > 0;
}

/** The stored state of a key; without a status its request is still being processed. */
export type KeyRow = {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly headers: Record<string, string> | null;
};

/** Reads a key; undefined: it was deleted meanwhile. */
export async function readKey(sql: Connection, { workspaceId, key }: OwnKey): Promise<KeyRow | undefined> {
  const [row] = await sql<KeyRow[]>`
    select fingerprint, status, body, headers from idempotency_keys
    where workspace_id = ${workspaceId} and key = ${key}`;
  return row;
}

/** Stores the answer to the request with the key. */
export async function writeAnswer(sql: Connection, { workspaceId, key }: OwnKey, answer: KeptAnswer): Promise<void> {
  await sql`
    update idempotency_keys
    set status = ${answer.status}, body = ${answer.body}, headers = ${JSON.stringify(answer.headers)}::text::jsonb
    where workspace_id = ${workspaceId} and key = ${key}`;
}

/** Deletes a key without an answer. */
export async function deleteKey(sql: Connection, { workspaceId, key }: OwnKey): Promise<void> {
  await sql`
    delete from idempotency_keys where workspace_id = ${workspaceId} and key = ${key} and status is null`;
}
