import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
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

async function edit(html: string): Promise<void> {
  const { contentId } = fixture;
  await database.sql`
    insert into content_revisions (content_id, revision, name, subject, html, text, body)
    select id, revision, name, subject, html, text, body from content where id = ${contentId}`;
  await database.sql`update content set html = ${html}, revision = revision + 1 where id = ${contentId}`;
}

describe("content that changes while mail waits", () => {
  it("R43 a delivery shows the revision it was queued with, the next one the new one", async () => {
    const first = await fixture.queue({ contentRevision: 1 });
    await edit("<p>Second.</p>");
    const second = await fixture.queue({ contentRevision: 2 });
    await edit("<p>Third.</p>");
    const latest = await fixture.queue({ contentRevision: null });
    await runOutbox(fixture.runtime);
    const shown = async (id: string) => {
      const { rendered, content_revision } = await fixture.delivery(id);
      return [rendered.html, content_revision];
    };
    expect(await shown(first.id)).toEqual(["<p>Your plan is pro.</p>", 1]);
    expect(await shown(second.id)).toEqual(["<p>Second.</p>", 2]);
    expect(await shown(latest.id)).toEqual(["<p>Third.</p>", 3]);
  });

  it("R43 a retry sends the stored bytes, whatever the content has become", async () => {
    const row = await fixture.queue({ contentRevision: 1 });
    await runOutbox(fixture.runtime);
    await edit("<p>Other.</p>");
    await database.sql`
      update deliveries set status = 'sending', next_attempt_at = ${fixture.clock.at.toISOString()} where id = ${row.id}`;
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({
      attempts: 2,
      rendered: { html: "<p>Your plan is pro.</p>" },
    });
  });
});

describe("a sender that died in the attempt", () => {
  const die = (id: string) => database.sql`
    update deliveries set status = 'sending', attempts = 1, next_attempt_at = ${fixture.clock.at.toISOString()} where id = ${id}`;

  it("R42 leaves the mail to the next sender, unless the workspace wants to be asked", async () => {
    const again = await fixture.queue();
    await die(again.id);
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(again.id)).toMatchObject({ status: "captured", attempts: 2 });

    await database.sql`update workspaces set settings = '{"unknownOutcome": "ask"}' where id = ${fixture.workspaceId}`;
    const asked = await fixture.queue();
    await die(asked.id);
    expect(await runOutbox(fixture.runtime)).toBe(1);
    expect(await fixture.delivery(asked.id)).toMatchObject({
      status: "unknown",
      attempts: 1,
      next_attempt_at: null,
      error: expect.stringContaining("may have been sent"),
    });
    expect(await runOutbox(fixture.runtime)).toBe(0);
  });

  it("R42 a workspace that wants to be asked is not asked about mail that was never attempted", async () => {
    await database.sql`update workspaces set settings = '{"unknownOutcome": "ask"}' where id = ${fixture.workspaceId}`;
    const row = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(row.id)).status).toBe("captured");
  });
});

describe("after a time without an engine", () => {
  it("R44 drop skips what was queued by then, and sends what came later", async () => {
    const { clock } = fixture;
    await database.sql`
      insert into engine_life (system_id, last_seen_at, drop_until) values ('here', now(), ${clock.at.toISOString()})`;
    const old = await fixture.queue();
    const fresh = await fixture.queue({ queuedAt: new Date(clock.at.getTime() + 1) });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(old.id)).toMatchObject({ status: "skipped", attempts: 0 });
    expect((await fixture.delivery(fresh.id)).status).toBe("captured");
    await database.sql`delete from engine_life`;
  });
});
