import { errorCode, shardOf } from "#db";
import { hasUnreadSignals } from "#store/inbox";
import { NO_BOUNDS } from "./batch/bounds.ts";
import { isRefusal } from "./batch/refusal.ts";
import { runBatch } from "./batch/run-batch.ts";
import { mergeOrSetAside } from "./merge/merge-or-set-aside.ts";
import type { Runtime } from "./runtime.ts";

const ROUNDS = 5;

/**
 * The batch for one person: waits for their shard, two seconds at most, and works off their inbox in order up to what
 * was just put in (R5). `busy` = the shard stayed taken, or the inbox is more than an answer can wait for.
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
      const { merges } = await runBatch(runtime, plan);
      for (const merge of merges) await mergeOrSetAside(runtime, merge.owner);
    } catch (error) {
      // A busy shard, or rows that are refused: the workers deal with both.
      if (isLockTimeout(error) || isRefusal(error)) return "busy";
      throw error;
    }
    if (!(await hasUnreadSignals(runtime.database.sql, shard, personId))) return "done";
  }
  return "busy";
}

const isLockTimeout = (error: unknown): boolean => errorCode(error) === "55P03";
