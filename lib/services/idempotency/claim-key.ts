import { type Context, conflict, invalidField } from "#services";

export type KeptAnswer = {
  readonly status: number;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
};

type Row = { fingerprint: string; status: number | null; body: string | null; headers: Record<string, string> | null };

/** How long an answer may take before its key counts as left behind by a process that died. */
const PATIENCE = "2 minutes";

/**
 * Takes a key for the request with this fingerprint, or answers what it was answered within the last day. Throws
 * `invalid` if the key was used for another request, `conflict` while the first one is still being answered.
 */
export async function claimKey(ctx: Context, key: string, fingerprint: string): Promise<KeptAnswer | null> {
  const { sql } = ctx.database;
  const taken = await sql`
    insert into idempotency_keys as known (workspace_id, key, fingerprint)
    values (${ctx.workspaceId}, ${key}, ${fingerprint})
    on conflict (workspace_id, key) do update
      set fingerprint = excluded.fingerprint, status = null, body = null, headers = null, created_at = now()
      where known.created_at < now() - interval '1 day'
        or (known.status is null and known.created_at < now() - ${PATIENCE}::interval)`;
  if (taken.count > 0) return null;
  const [row] = await sql<Row[]>`
    select fingerprint, status, body, headers from idempotency_keys
    where workspace_id = ${ctx.workspaceId} and key = ${key}`;
  if (!row) return claimKey(ctx, key, fingerprint);
  if (row.fingerprint !== fingerprint) {
    throw invalidField(["Idempotency-Key"], "This key was used for another request; use a new one.");
  }
  if (row.status === null) throw conflict("The first request with this Idempotency-Key is still running.");
  return { status: row.status, body: row.body, headers: row.headers ?? {} };
}
