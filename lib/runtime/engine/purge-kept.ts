import { longestWindow } from "#store/events";
import {
  finishRetention,
  newRetentionPurge,
  type RetentionPurge,
  readRetentionDays,
  retentionSlice,
  shardsOfKind,
} from "#store/retention";
import { DAY_MS } from "#times";
import { yieldToLive } from "../live-work.ts";
import type { Runtime } from "../runtime.ts";

/**
 * Deletes what each workspace keeps for a time only, with a receipt for each kind. `now`: epoch ms. It works in slices that
 * let the batches of live people go first; a run that is interrupted leaves the number of what is gone, and the next one
 * goes on. Events stay as long as the longest time that a rule in use of the workspace looks back. A kind that cannot be
 * purged is reported, and holds up no other.
 */
export async function purgeKept(
  { database: { sql }, live, report }: Pick<Runtime, "database" | "live" | "report">,
  now: number,
): Promise<void> {
  const wanted = await readRetentionDays(sql);
  for (const kept of wanted) {
    try {
      const windowMs = kept.kind === "events" ? await longestWindow(sql, kept.workspaceId) : 0;
      const purge = await newRetentionPurge(sql, kept, now - Math.max(kept.keepDays * DAY_MS, windowMs));
      for (const shard of shardsOfKind(kept.kind)) await purgeShard(sql, live, purge, shard);
      await finishRetention(sql, purge);
    } catch (error) {
      report(`${kept.kind} could not be purged; the next run goes on`, error);
    }
  }
}

async function purgeShard(
  sql: Runtime["database"]["sql"],
  live: Runtime["live"],
  purge: RetentionPurge,
  shard: number | null,
): Promise<void> {
  for (let done: Awaited<ReturnType<typeof retentionSlice>> | null = null; !done?.isLast; ) {
    await yieldToLive(live);
    done = await retentionSlice(sql, purge, shard, done?.after ?? null);
  }
}
