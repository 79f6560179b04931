import { countBroadcast, keepBroadcastResult, readOverBroadcasts } from "#store/broadcasts";
import type { Runtime } from "../runtime.ts";

/**
 * Counts what happened to broadcasts that are over, and keeps it: messages go when their retention ends, the figures stay.
 * Returns whether there was any.
 */
export async function settleBroadcasts({ database: { sql } }: Pick<Runtime, "database">): Promise<boolean> {
  const over = await readOverBroadcasts(sql);
  for (const { id, journeyId } of over) await keepBroadcastResult(sql, id, await countBroadcast(sql, journeyId));
  return over.length > 0;
}
