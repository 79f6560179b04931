import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/** Answers kept for their keys since before a time. */
export async function deleteOldAnswers(sql: Connection, before: number): Promise<void> {
  await sql`delete from idempotency_keys where created_at < ${toSqlTimestamp(before)}::timestamptz`;
}

/** An answer as it is kept. */
export type KeptAnswer = {
  readonly status: number;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
};

type OwnKey = { readonly workspaceId: string; readonly key: string };

/**
 * Takes a key for a request, if nobody has it: answers are kept for a day, and a claim without an answer for as long as
 * `patience` says, an interval.
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

/** A key as it stands; without a status it is still being answered. */
export type KeyRow = {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly headers: Record<string, string> | null;
};

/** The key as it stands; undefined = it was taken away meanwhile. */
export async function readKey(sql: Connection, { workspaceId, key }: OwnKey): Promise<KeyRow | undefined> {
  const [row] = await sql<KeyRow[]>`
    select fingerprint, status, body, headers from idempotency_keys
    where workspace_id = ${workspaceId} and key = ${key}`;
  return row;
}

/** Keeps what the request with the key was answered. */
export async function writeAnswer(sql: Connection, { workspaceId, key }: OwnKey, answer: KeptAnswer): Promise<void> {
  await sql`
    update idempotency_keys
    set status = ${answer.status}, body = ${answer.body}, headers = ${JSON.stringify(answer.headers)}::text::jsonb
    where workspace_id = ${workspaceId} and key = ${key}`;
}

/** Takes away a key that was not answered. */
export async function deleteKey(sql: Connection, { workspaceId, key }: OwnKey): Promise<void> {
  await sql`
    delete from idempotency_keys where workspace_id = ${workspaceId} and key = ${key} and status is null`;
}
