import { freeClaims, type Lane, readDeadOwners, readLiveOwners } from "#store/deliveries";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/**
 * Frees what senders had claimed that have died since: all of it at the first look, afterwards whenever one is missed that was
 * there before. It stays `sending` and falls due, so that the next claim treats it as an attempt of unknown outcome (R42).
 * Answers how many it freed.
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

/** Claims that carry no number are of senders that cannot be known to be dead: their leases end by themselves. */
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
