import { type Database, requestAdvance, wakeEngine } from "#db";
import { upsertEventCatalog } from "#store/event-catalog";

/** Lets the engine take what was answered at once, and notes the names of the events for those who choose from them. */
export async function tellEngine(
  { sql }: Database,
  workspaceId: string,
  personId: string | null,
  events: readonly string[],
): Promise<void> {
  if (personId === null || events.length === 0) return;
  const counts = [...Map.groupBy(events, (name) => name)].map(([name, all]) => ({
    ...{ workspaceId, name, count: all.length },
  }));
  await upsertEventCatalog(sql, counts);
  if ((await requestAdvance(personId)) !== "done") wakeEngine();
}
