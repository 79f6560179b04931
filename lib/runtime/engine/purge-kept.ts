import { longestWindow } from "#store/events";
import { finishRetention, newRetentionPurge, readRetentionDays, retentionSlice, shardsOfKind } from "#store/retention";
import { DAY_MS } from "#times";
import { yieldToLive } from "../live-work.ts";
import type { Runtime } from "../runtime.ts";

/**
 * Deletes what each workspace keeps for a time only, with a receipt for each kind. `now`: epoch ms. It works in slices that
 * let the batches of live people go first; a run that is interrupted leaves the number of what is gone, and the next one
 * goes on. Events that a rule in use counts stay.
 */
export async function purgeKept({ database: { sql }, live }: Pick<Runtime, "database" | "live">, now: number) {
  const wanted = await readRetentionDays(sql);
  if (wanted.length === 0) return;
  const windowMs = await longestWindow(sql);
  for (const kept of wanted) {
    const keptMs = Math.max(kept.keepDays * DAY_MS, kept.kind === "events" ? windowMs : 0);
    const purge = await newRetentionPurge(sql, kept, now - keptMs);
    for (const shard of shardsOfKind(kept.kind)) {
      do await yieldToLive(live);
      while ((await retentionSlice(sql, purge, shard)) > 0);
    }
    await finishRetention(sql, purge);
  }
}
