import type { Database } from "#db";
import { upsertEventCatalog } from "#store/event-catalog";

const FLUSH_MS = 1_000;

type Pending = { readonly counts: Map<string, number>; timer: NodeJS.Timeout | null };

const pending = new WeakMap<Database, Pending>();

/**
 * Counts the names seen. They are written in the background, because no ingest transaction may touch a shared row (R4).
 */
export function noteEvents(database: Database, events: readonly { workspaceId: string; name: string }[]): void {
  if (events.length === 0) return;
  let own = pending.get(database);
  if (!own) {
    own = { counts: new Map(), timer: null };
    pending.set(database, own);
  }
  for (const { workspaceId, name } of events) {
    const key = `${workspaceId} ${name}`;
    own.counts.set(key, (own.counts.get(key) ?? 0) + 1);
  }
  own.timer ??= setTimeout(() => {
    // A failed flush is not retried, because the names appear again with the next events.
    flushEventCatalog(database).catch(() => {});
  }, FLUSH_MS).unref();
}

/** Writes what was counted since the last flush. */
export async function flushEventCatalog(database: Database): Promise<void> {
  const own = pending.get(database);
  if (!own) return;
  if (own.timer) clearTimeout(own.timer);
  own.timer = null;
  const rows = [...own.counts].map(([key, count]) => ({ workspaceId: key.slice(0, 36), name: key.slice(37), count }));
  own.counts.clear();
  if (rows.length > 0) await upsertEventCatalog(database.sql, rows);
}
