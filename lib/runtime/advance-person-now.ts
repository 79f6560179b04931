import { errorCode, shardOf } from "#db";
import { hasUnreadSignals } from "#store/inbox";
import { NO_BOUNDS } from "./batch/bounds.ts";
import { isRefusal } from "./batch/refusal.ts";
import { runBatch } from "./batch/run-batch.ts";
import { asLive } from "./live-work.ts";
import { mergeOrSetAside } from "./merge/merge-or-set-aside.ts";
import type { Runtime } from "./runtime.ts";

const ROUNDS = 5;

/**
 * Runs a batch for one person. It waits up to two seconds for the person's shard and processes their inbox in order, up
 * to and including the signals written just before the call (R5). `busy`: the shard stayed locked, or the inbox holds
 * more than a caller can wait for.
 */
export async function advancePersonNow(runtime: Runtime, personId: string): Promise<"done" | "busy"> {
  const shard = shardOf(personId);
  for (let round = 1; round <= ROUNDS; round++) {
    const plan = {
      shards: [shard],
      bounds: NO_BOUNDS,
      personIds: [],
      people: [personId],
      suspected: false,
      waits: true,
    };
    try {
      const { merges } = await asLive(runtime.live, async () => ({ ...(await runBatch(runtime, plan)), idle: false }));
      for (const merge of merges) await mergeOrSetAside(runtime, merge.owner);
    } catch (error) {
      // The shard is locked, or the database refuses rows: the workers handle both cases.
      if (isLockTimeout(error) || isRefusal(error)) return "busy";
      throw error;
    }
    if (!(await hasUnreadSignals(runtime.database.sql, shard, personId))) return "done";
  }
  return "busy";
}

const isLockTimeout = (error: unknown): boolean => errorCode(error) === "55P03";
