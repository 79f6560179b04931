import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture } from "./testing/fixture.ts";

let database: Database;
let fixture: OutboxFixture;

beforeAll(async () => {
  database = (await testDatabase()).database;
});
beforeEach(async () => {
  fixture = await outboxFixture(database);
});

const change = (values: Partial<typeof schema.journeys.$inferInsert>) =>
  database.orm.update(schema.journeys).set(values).where(eq(schema.journeys.id, fixture.journeyId));

it.each(["hold", "queue"] as const)(
  "a journey paused with %s holds its unsent mail until it is resumed (R34)",
  async (pauseMode) => {
    await change({ status: "paused", pauseMode });
    const row = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "held", attempts: 0, next_attempt_at: null });
    expect(await runOutbox(fixture.runtime)).toBe(0);

    await change({ status: "published", pauseMode: null });
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(row.id)).status).toBe("captured");
  },
);

it("a journey paused with drain goes on sending", async () => {
  await change({ status: "paused", pauseMode: "drain" });
  const row = await fixture.queue();
  await runOutbox(fixture.runtime);
  expect((await fixture.delivery(row.id)).status).toBe("captured");
});

it("what the engine set aside is left to the engine (R33)", async () => {
  const row = await fixture.queue({ status: "held", releasedAt: null, nextAttemptAt: null });
  await runOutbox(fixture.runtime);
  expect((await fixture.delivery(row.id)).status).toBe("held");
});

it("mail of an archived journey is never sent, not even after a restore (R31)", async () => {
  const row = await fixture.queue();
  await change({ status: "archived", epoch: 2 });
  const second = await fixture.queue();
  await runOutbox(fixture.runtime);
  await change({ status: "draft" });
  await runOutbox(fixture.runtime);
  expect(await fixture.delivery(row.id)).toMatchObject({ status: "cancelled", attempts: 0 });
  expect(await fixture.delivery(second.id)).toMatchObject({ status: "cancelled", attempts: 0 });
});
