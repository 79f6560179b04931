import { type Clock, drain, ingest, type Runtime, tick } from "#runtime";
import type { Ground } from "./ground.ts";

/** Enrolls this many people `u0 …` with traits in every journey that starts with the event `in`. */
export async function enterPeople(ground: Ground, runtime: Runtime, count: number, clock: Clock): Promise<void> {
  const { database, workspaceId } = ground;
  for (let from = 0; from < count; from += 2_000) {
    const items = Array.from({ length: Math.min(2_000, count - from) }, (_, index) => {
      const person = { workspaceId, userId: `u${from + index}` };
      return [
        { ...person, type: "identify" as const, traits: { plan: "pro", name: "Somebody", city: "Lisbon" } },
        { ...person, type: "track" as const, event: "in", properties: { source: "ads" } },
      ];
    });
    await ingest(database, items.flat(), { clock });
  }
  await drain(runtime);
  await database.sql`vacuum analyze`;
}

/** Batches of several workers in this process until there is nothing to do. */
export async function workOff(runtime: Runtime, workers: number): Promise<void> {
  const worker = async () => {
    for (let idle = 0; idle < 2; ) idle = (await tick(runtime)).idle ? idle + 1 : 0;
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
