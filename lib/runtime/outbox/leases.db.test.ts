import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channels, Message, SendResult } from "#channels";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { claimDue, readLiveOwners } from "#store/deliveries";
import { SECOND_MS } from "#times";
import { until } from "../testing/runtime-harness.ts";
import { type ClaimOwner, openClaimOwner, openDeadWatch, runOutbox } from "./index.ts";
import { virtualNow } from "./outbox-runtime.ts";
import { type OutboxFixture, outboxFixture, T0 } from "./testing/fixture.ts";

const AT_ONCE = 4;

let database: Database;
let fixture: OutboxFixture;
// A new database for each test, because a dead sender leaves deliveries in the queue that the next test must not find.
beforeEach(async () => {
  database = (await testDatabase()).database;
  fixture = await outboxFixture(database);
});

// Work of senders that count as dead is ended after its test, though nobody waits for its result.
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** A mail channel that does not answer until the test says so. */
function slowMail() {
  const sent: Message[] = [];
  const answer = Promise.withResolvers<SendResult>();
  const email = {
    ...fixture.channels.email,
    concurrency: AT_ONCE,
    send: (message: Message) => {
      sent.push(message);
      return answer.promise;
    },
  };
  const channels: Channels = { ...fixture.channels, email };
  return { channels, sent, finish: () => answer.resolve({ status: "sent", providerId: "250" }) };
}

/** Sends until the end of the test, like a sender that never notices that its claims are lost. */
async function begin(mail: ReturnType<typeof slowMail>, owner?: ClaimOwner): Promise<void> {
  const sending = runOutbox({ ...fixture.runtime, channels: mail.channels, ...(owner ? { owner } : {}) });
  ends.push(() => {
    mail.finish();
    return sending.catch(() => {});
  });
  await until(async () => mail.sent.length === 1);
}

const dueIn = async (id: string) => {
  const { next_attempt_at } = await fixture.delivery(id);
  return (new Date(next_attempt_at).getTime() - fixture.clock.at.getTime()) / SECOND_MS;
};

describe("a claim", () => {
  it("T14: is free a minute after its sender died, and not before", async () => {
    const row = await fixture.queue();
    const mail = slowMail();
    await begin(mail);
    expect(await dueIn(row.id)).toBe(60);
    fixture.clock.at = new Date(T0.getTime() + 59 * SECOND_MS);
    expect(await runOutbox(fixture.runtime)).toBe(0);
    fixture.clock.at = new Date(T0.getTime() + 60 * SECOND_MS);
    expect(await runOutbox(fixture.runtime)).toBe(1);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "captured", attempts: 2 });
  });

  it("T14: is renewed while its message is under way, and no longer", async () => {
    const row = await fixture.queue();
    const mail = slowMail();
    const sending = runOutbox({ ...fixture.runtime, channels: mail.channels, renewMs: 10 });
    await until(async () => mail.sent.length === 1);
    for (let minutes = 1; minutes <= 5; minutes++) {
      fixture.clock.at = new Date(fixture.clock.at.getTime() + 50 * SECOND_MS);
      expect(await until(async () => (await dueIn(row.id)) === 60)).toBe(true);
      expect(await runOutbox(fixture.runtime)).toBe(0);
    }
    mail.finish();
    await sending;
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", attempts: 1, next_attempt_at: null });
    expect(mail.sent).toHaveLength(1);
  });

  it("T14: that was lost is not attempted any more, and its remaining messages return to the queue uncounted", async () => {
    const rows = await Promise.all(Array.from({ length: 10 }, () => fixture.queue()));
    const mail = slowMail();
    const owner = openClaimOwner(database);
    const id = await owner.take();
    const sending = runOutbox({ ...fixture.runtime, channels: mail.channels, owner });
    await until(async () => mail.sent.length === AT_ONCE);
    await database.sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid::int8 = ${id}::int8`;
    await until(async () => !owner.holds(id));
    mail.finish();
    await sending;
    expect(mail.sent).toHaveLength(AT_ONCE);
    const back = await Promise.all(rows.map(({ id }) => fixture.delivery(id)));
    expect(back.filter(({ status, attempts }) => status === "queued" && attempts === 0)).toHaveLength(
      rows.length - AT_ONCE,
    );
    expect(await owner.take()).not.toBe(id);
    await owner.close();
  });
});

describe("the claims of a sender that died", () => {
  /** A delivery claimed by a sender that dies before it stores the result. */
  async function leave(): Promise<string> {
    const row = await fixture.queue();
    const owner = openClaimOwner(database);
    const number = await owner.take();
    await begin(slowMail(), owner);
    await owner.close();
    await until(async () => !(await readLiveOwners(database.sql)).includes(number));
    return row.id;
  }

  it("T14: are free at the next start, and the mail goes out again with the same key", async () => {
    const id = await leave();
    const before = (await fixture.delivery(id)).idempotency_key;
    expect(await runOutbox(fixture.runtime)).toBe(0);
    expect(await openDeadWatch(fixture.runtime)()).toBe(1);
    expect(await runOutbox(fixture.runtime)).toBe(1);
    expect(await fixture.delivery(id)).toMatchObject({ status: "captured", attempts: 2, idempotency_key: before });
  });

  it("T14: are marked as unknown where the workspace wants to be asked", async () => {
    await database.orm
      .update(schema.workspaces)
      .set({ settings: { unknownOutcome: "ask" } })
      .where(eq(schema.workspaces.id, fixture.workspaceId));
    const id = await leave();
    await openDeadWatch(fixture.runtime)();
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(id)).toMatchObject({ status: "unknown", attempts: 1 });
  });

  it("T14: are freed by senders that live on, and nothing of a living one is", async () => {
    const watch = openDeadWatch(fixture.runtime);
    const living = openClaimOwner(database);
    const kept = await fixture.queue();
    const mail = slowMail();
    const sending = runOutbox({ ...fixture.runtime, channels: mail.channels, owner: living });
    await until(async () => mail.sent.length === 1);
    expect(await watch()).toBe(0);

    const dying = openClaimOwner(database);
    await dying.take();
    expect(await watch()).toBe(0);
    const row = await fixture.queue();
    await begin(slowMail(), dying);
    await dying.close();
    let freed = 0;
    await until(async () => {
      freed += await watch();
      return freed > 0;
    });
    expect(freed).toBe(1);
    expect([await dueIn(row.id), await dueIn(kept.id)]).toEqual([0, 60]);
    mail.finish();
    await sending;
    await living.close();
  });

  it("T14: nothing is freed of a sender that started during the search for dead ones", async () => {
    await leave();
    const kept: string[] = [];
    const owners: ClaimOwner[] = [];
    const claimAnother = async () => {
      const owner = openClaimOwner(database);
      owners.push(owner);
      kept.push((await fixture.queue()).id);
      await claimDue(fixture.runtime.database.sql, {
        lane: "messages",
        perShard: 8,
        after: null,
        owner: await owner.take(),
        now: virtualNow(fixture.runtime),
      });
    };
    // After each statement of the search another sender takes its number and claims.
    const statements = (target: typeof database.sql, self: unknown, args: unknown[]) => {
      const query = Reflect.apply(target, self, args);
      const send = query.then.bind(query);
      const sent = (rows: unknown) => claimAnother().then(() => rows);
      Reflect.set(query, "then", (...told: Parameters<typeof send>) => send(sent).then(...told));
      return query;
    };
    const sql = new Proxy(database.sql, { apply: statements });
    expect(await openDeadWatch({ ...fixture.runtime, database: { ...database, sql } })()).toBe(1);
    expect(kept.length).toBeGreaterThan(1);
    expect(await Promise.all(kept.map(dueIn))).toEqual(kept.map(() => 60));
    await Promise.all(owners.map((owner) => owner.close()));
  });
});
