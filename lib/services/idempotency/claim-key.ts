import { type Context, conflict, invalidField } from "#services";
import { type KeptAnswer, readKey, takeKey } from "#store/idempotency-keys";

/** How long an answer may take before its process is assumed dead. */
const PATIENCE = "2 minutes";

/**
 * Claims a key for the request with this fingerprint, or returns its stored answer of the last day. Throws
 * `invalid` if the key was used for another request, `conflict` while the first one is still being answered.
 */
export async function claimKey(ctx: Context, key: string, fingerprint: string): Promise<KeptAnswer | null> {
  const { sql } = ctx.database;
  const own = { workspaceId: ctx.workspaceId, key };
  if (await takeKey(sql, own, fingerprint, PATIENCE)) return null;
  const row = await readKey(sql, own);
  if (!row) return claimKey(ctx, key, fingerprint);
  if (row.fingerprint !== fingerprint) {
    throw invalidField(["Idempotency-Key"], "This key was used for another request; use a new one.");
  }
  if (row.status === null) throw conflict("The first request with this Idempotency-Key is still running.");
  return { status: row.status, body: row.body, headers: row.headers ?? {} };
}
