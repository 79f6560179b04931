import { freeClaims, type Lane, readDeadOwners, readLiveOwners } from "#store/deliveries";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/**
 * Frees the claims of dead senders: all of them at the first check, later whenever a sender that was seen before is
 * gone. A freed delivery stays `sending` and becomes due, so that the next claim treats it as an attempt of unknown
 * outcome (R42). Returns the number of freed deliveries.
 */
export function openDeadWatch(runtime: OutboxRuntime): () => Promise<number> {
  let seen: readonly number[] | null = null;
  return async () => {
    const live = await readLiveOwners(runtime.database.sql);
    const someoneDied = seen === null || seen.some((id) => !live.includes(id));
    const freed = someoneDied ? await release(runtime) : 0;
    seen = live;
    return freed;
  };
}

const LANES: readonly Lane[] = ["webhooks", "messages"];

/** Claims without a number belong to senders whose death cannot be detected; they end with their leases. */
async function release(runtime: OutboxRuntime): Promise<number> {
  const { sql } = runtime.database;
  let freed = 0;
  const now = virtualNow(runtime);
  for (const lane of LANES) {
    const dead = await readDeadOwners(sql, lane, now);
    if (dead.length === 0) continue;
    freed += await freeClaims(sql, lane, dead, now);
  }
  return freed;
}
