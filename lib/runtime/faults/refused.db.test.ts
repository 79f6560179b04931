import { beforeEach, describe, expect, test } from "vitest";
import { accounts } from "../testing/accounts.ts";
import { line } from "../testing/draw.ts";
import { RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const end = { name: "end", type: "EXIT" };
const pause = { name: "pause", type: "WAIT", config: { duration: "1d" } };
const tag = (tagName: string) => ({
  name: `tag ${tagName}`,
  type: "ACTION",
  config: { operations: [{ type: "tag_user", tagName }] },
});
/** Writes to the log of changes, where the test makes the database refuse it. */
const poison = { name: "poison", type: "ACTION", config: { operations: [{ type: "tag_user", tagName: "poison" }] } };

/** Makes the database refuse values with the word, as it refuses texts that are too long or invalid dates. */
async function refuse(table: string, column: string, word: string): Promise<void> {
  await stage.database.sql.unsafe(`
    create function refuse_${table}() returns trigger language plpgsql as $$
    begin
      if new.${column}::text like '%${word}%' then raise exception 'no room for ${word}' using errcode = '22P05'; end if;
      return new;
    end $$;
    create trigger refuse before insert on ${table} for each row execute function refuse_${table}()`);
}

const ways = () => stage.database.sql<{ event: string; status: string; hops: unknown }[]>`
  select e.trigger ->> 'event' as event, e.status,
    (select json_agg(h.hops order by h.at, h.id) from history h where h.enrollment_id = e.id)::text as hops
  from enrollments e order by 1`;
const rejected = () => stage.count("rejected_signals");

describe("what the database refuses of one person", () => {
  test("S2: a step that cannot be stored fails its enrollment alone; patches, other events and other enrollments go on", async () => {
    await stage.publish(line("fine", [tag("fine"), pause, end]));
    await stage.publish(line("bad", [tag("before"), poison, end]));
    await refuse("person_changes", "patch", "poison");
    const before = await stage.publish(line("early", [pause, end]));
    await stage.track("ada", "early");
    await stage.settle();
    await stage.give(
      { userId: "ada", type: "identify", traits: { keep: "me" } },
      { userId: "ada", type: "track", event: "fine" },
      { userId: "ada", type: "track", event: "bad" },
      { userId: "ada", type: "identify", traits: { last: "too" } },
      { userId: "ben", type: "track", event: "fine" },
    );
    await stage.settle();
    const [bad, early, ...fine] = await ways();
    expect([bad, early, ...fine].map((way) => way?.status)).toEqual(["failed", "active", "active", "active"]);
    expect(bad?.hops).toContain("The result of this step cannot be stored: no room for poison");
    expect(await stage.count("people", `traits @> '{"keep": "me", "last": "too"}' and tags = '{fine,before}'`)).toBe(1);
    expect(await stage.count("enrollments", `journey_id = '${before.journeyId}' and status = 'active'`)).toBe(1);
    expect(await rejected()).toBe(0);
    expect(await stage.count("inbox")).toBe(0);
    expect(await accounts(stage.database)).toMatchObject({ counted: { enrolled: 4, failed: 1 }, brokenPaths: 0 });
  });

  test("S2: of a due timer and an event of one instant, what cannot be stored fails alone", async () => {
    await stage.publish(line("bad", [pause, poison, end]));
    await stage.publish(line("fine", [pause, tag("fine"), end]));
    await refuse("person_changes", "patch", "poison");
    for (const event of ["bad", "fine"]) await stage.track("ada", event);
    await stage.settle();
    await stage.pass(2 * 86_400_000);
    expect((await ways()).map(({ status }) => status)).toEqual(["failed", "completed"]);
    expect(await stage.count("people", "tags = '{fine}'")).toBe(1);
  });

  test("S2: a step that starts another journey does not fail for what that journey cannot store", async () => {
    await stage.publish(
      line("first", [
        {
          name: "set off",
          type: "ACTION",
          config: { operations: [{ type: "emit_event", eventName: "second" }] },
        },
        end,
      ]),
    );
    await stage.publish(line("second", [poison, end]));
    await refuse("person_changes", "patch", "poison");
    await stage.track("ada", "first");
    await stage.settle();
    expect((await ways()).map(({ event, status }) => [event, status])).toEqual([
      ["app.first", "completed"],
      ["app.second", "failed"],
    ]);
    expect(await stage.count("events", "name = 'app.second'")).toBe(1);
  });

  test("S2: a failed step runs again by a retry once it can be stored", async () => {
    await stage.publish(line("bad", [tag("once"), poison, end]));
    await refuse("person_changes", "patch", "poison");
    await stage.track("ada", "bad");
    await stage.settle();
    await stage.database.sql.unsafe("drop trigger refuse on person_changes");
    const [failed] = await stage.database.sql<
      { id: string; person_id: string }[]
    >`select id, person_id from enrollments`;
    await stage.signal(failed?.person_id ?? "", "retry", { enrollmentId: failed?.id });
    await stage.settle();
    expect((await ways()).map(({ status }) => status)).toEqual(["completed"]);
    expect(await stage.count("people", "tags = '{once,poison}'")).toBe(1);
  });

  test("T3: a signal of which nothing can be stored is kept as it was, with the reason, and fails nobody", async () => {
    await stage.publish(line("early", [pause, end]));
    await stage.track("ada", "early");
    await stage.settle();
    await refuse("person_changes", "patch", "poison");
    await stage.give(
      { userId: "ada", type: "identify", traits: { a: 1 } },
      { userId: "ada", type: "identify", traits: { word: "poison", number: 12 } },
      { userId: "ada", type: "identify", traits: { b: 2 } },
    );
    await stage.settle();
    expect(await stage.count("people", `traits = '{"a": 1, "b": 2}'`)).toBe(1);
    expect((await ways()).map(({ status }) => status)).toEqual(["active"]);
    const [kept, ...others] = await stage.database.sql`
      select r.*, r.shard = p.shard and r.person_id = p.id as theirs from rejected_signals r, people p`;
    expect([kept, others]).toMatchObject([
      { kind: "patch", reason: "refused", error: "no room for poison", theirs: true },
      [],
    ]);
    expect(kept?.payload).toMatchObject({ patch: { traits: { word: "poison", number: 12 } } });
    expect(await stage.count("alerts", "code = 'signals_rejected' and count = 1")).toBe(1);
  });

  test("S2: a receipt that cuts a text in the middle of a character is stored all the same", async () => {
    const traits = { bio: `${"x".repeat(199)}😀 and so on` };
    const other = { any: [{ field: "traits.bio", op: "eq", value: "another" }] };
    await stage.publish(line("in", [end], { entryConditions: { rules: other } }));
    await stage.publish(line("in", [{ name: "check", type: "CONDITION", config: { rules: other } }, pause, end]));
    await stage.give({ userId: "ada", type: "identify", traits });
    await stage.track("ada", "in");
    await stage.settle();
    expect(await stage.count("near_misses", "reason = 'entry_conditions'")).toBe(1);
    expect(await stage.count("people", "traits ->> 'bio' like '%so on'")).toBe(1);
    expect(await rejected()).toBe(0);
    expect(stage.reports).toEqual([]);
  });

  test("S3: a date trait in nanoseconds keeps the person waiting, and everything else of the batch is stored", async () => {
    const date = { name: "date", type: "WAIT", config: { until: { trait: "renews", time: "09:00" } } };
    await stage.publish(line("in", [date, end]));
    await stage.give({ userId: "ada", type: "identify", traits: { renews: 1_822_381_200_000_000_000, keep: "me" } });
    await stage.track("ada", "in");
    await stage.settle();
    expect(await stage.count("positions", "wake_at is null")).toBe(1);
    expect(await stage.count("people", "traits ->> 'keep' = 'me'")).toBe(1);
    expect(await stage.count("history", "hops::text like '%which is no date between%'")).toBe(1);
    expect(stage.reports).toEqual([]);
  });

  test("S3: a moment from an older release that cannot become a row fails the step that would write it", async () => {
    const awaiting = (name: string) => ({ name, type: "WAIT_FOR_EVENT", config: { eventName: name } });
    await stage.publish(line("in", [awaiting("go"), awaiting("never"), end]));
    await stage.track("ada", "in");
    await stage.settle();
    await stage.database.sql`update positions set state = (state::jsonb || '{"deadline": 9e17}')::json`;
    await stage.give({ userId: "ada", type: "identify", traits: { keep: "me" } });
    await stage.track("ada", "go");
    await stage.settle();
    expect(await stage.count("people", "traits ->> 'keep' = 'me'")).toBe(1);
    const [way] = await ways();
    expect(way?.status).toBe("failed");
    expect(way?.hops).toContain("cannot be stored");
    expect(await rejected()).toBe(0);
  });
});
