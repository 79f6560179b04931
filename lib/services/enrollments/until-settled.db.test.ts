import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import type { Context } from "#services";
import { isEngineWorking } from "#store/engine-life";
import { untilSettled } from "./until-settled.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await testDatabase());
});

const engineSeen = (ago: string, held = false) => database.sql`
  insert into engine_life (id, system_id, last_seen_at, held_at)
  values (1, 'here', now() - ${ago}::text::interval, case when ${held} then now() end)
  on conflict (id) do update set last_seen_at = excluded.last_seen_at, held_at = excluded.held_at`;

/** How often it was asked whether the engine is done, which it is at the third time. */
async function asked(): Promise<number> {
  let times = 0;
  await untilSettled({ database } as Context, async () => ++times === 3);
  return times;
}

describe("R5 an answer waits for an engine in another process", () => {
  test("not at all while none was ever there, while none was seen lately, and while engines wait for an operator", async () => {
    expect([await isEngineWorking(database.sql), await asked()]).toEqual([false, 1]);
    await engineSeen("3 minutes");
    expect([await isEngineWorking(database.sql), await asked()]).toEqual([false, 1]);
    await engineSeen("1 second", true);
    expect([await isEngineWorking(database.sql), await asked()]).toEqual([false, 1]);
  });

  test("until it is done, while one works", async () => {
    await engineSeen("40 seconds");
    expect([await isEngineWorking(database.sql), await asked()]).toEqual([true, 3]);
  });
});
