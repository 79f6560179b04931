import { finishPurge, newPurge, purgeSlice, readArchiveDays } from "#store/archive-purges";
import { DAY_MS } from "#times";
import type { Runtime } from "../runtime.ts";

/**
 * Takes out of the archive what each workspace no longer keeps of its rendered messages, and leaves a receipt. `now`: epoch
 * ms. A run that is interrupted leaves the number of what is gone, and the next one goes on.
 */
export async function purgeArchive({ database: { sql } }: Pick<Runtime, "database">, now: number): Promise<void> {
  for (const { workspaceId, keepDays } of await readArchiveDays(sql)) {
    const purge = newPurge(workspaceId, keepDays, now - keepDays * DAY_MS);
    while ((await purgeSlice(sql, purge)) > 0);
    await finishPurge(sql, purge);
  }
}
