import { beforeEach, describe, expect, test } from "vitest";
import { newId, shardOf } from "#db";
import { schema } from "#store";
import { readConsentChanges } from "#store/consent-changes";
import { moveRows } from "#store/people";
import { readPreferences, setPreferences } from "#store/preferences";
import { readSubscriptions, setSubscriptions } from "#store/subscriptions";
import { accounts } from "../testing/accounts.ts";
import { line } from "../testing/draw.ts";
import { DAY, HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const wait = { name: "wait", type: "WAIT", config: { duration: "1d" } };
const end = { name: "end", type: "EXIT" };
const visit = (event: string) => stage.give({ anonymousId: "visitor", type: "track", event });
const people = () => stage.database.orm.select().from(schema.people).orderBy(schema.people.createdAt);

/** An entry into a journey that was deleted since: only the person knows of it. */
const entered = (personId: string | null | undefined, day: string) =>
  stage.database.sql`update people set last_entered_at = ${day}::text::timestamptz where id = ${personId ?? null}`;

describe("joining an anonymous person", () => {
  test("to nobody yet known: they become the known one, with everything they have", async () => {
    await visit("looked");
    const [result] = await stage.give({
      userId: "ada",
      anonymousId: "visitor",
      type: "identify",
      traits: { plan: "pro" },
    });
    await stage.settle();
    const [person, ...others] = await people();
    expect(others).toEqual([]);
    expect(person).toMatchObject({
      id: result?.personId,
      externalId: "ada",
      anonymousId: "visitor",
      traits: { plan: "pro" },
    });
  });

  test("R39 to a known person: the running enrollment continues with them, with traits, tags, events and later signals", async () => {
    await stage.publish({
      ...line("looked", [wait, { name: "go", type: "WAIT_FOR_EVENT", config: { eventName: "go" } }, end]),
      allowAnonymous: true,
    });
    const [known] = await stage.give({ userId: "ada", type: "identify", traits: { plan: "pro" } });
    const [visitor] = await visit("looked");
    await stage.give({ anonymousId: "visitor", type: "identify", traits: { plan: "free", city: "Rome" } });
    await stage.settle();
    expect(known?.personId).not.toBe(visitor?.personId);
    await entered(visitor?.personId, "2026-01-02");
    await entered(known?.personId, "2026-01-03");
    await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
    await stage.settle();
    const everyone = await people();
    const ada = everyone.find((person) => person.id === known?.personId);
    const tombstone = everyone.find((person) => person.id === visitor?.personId);
    expect(ada).toMatchObject({
      id: known?.personId,
      mergedInto: null,
      traits: { plan: "pro", city: "Rome" },
      anonymousId: "visitor",
      lastEnteredAt: new Date("2026-01-03"),
    });
    expect(tombstone).toMatchObject({ id: visitor?.personId, mergedInto: known?.personId });
    expect(await stage.count("events", `person_id = '${known?.personId}' and name = 'app.looked'`)).toBe(1);
    await stage.pass(2 * DAY);
    expect((await visit("go"))[0]?.personId).toBe(known?.personId);
    await stage.settle();
    expect(await stage.count("enrollments", `person_id = '${known?.personId}' and status = 'completed'`)).toBe(1);
    expect(await accounts(stage.database)).toMatchObject({
      enrollments: 1,
      positions: 0,
      inbox: 0,
      brokenPaths: 0,
      openVisits: 0,
    });
  });

  test("R29 R39 the survivor's last entry is the later one of the two", async () => {
    await stage.publish({ ...line("looked", [wait, end]), allowAnonymous: true });
    await stage.publish(line("bought", [wait, end], { minDaysSinceLastJourney: 7 }));
    const [known] = await stage.give({ userId: "ada", type: "identify" });
    const [visitor] = await visit("looked");
    await stage.settle();
    await entered(visitor?.personId, "2026-01-02");
    await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
    await stage.pass(2 * DAY);
    expect((await people()).find(({ id }) => id === known?.personId)?.lastEnteredAt).toEqual(new Date("2026-01-02"));
    await stage.track("ada", "bought");
    await stage.settle();
    expect(await stage.count("enrollments", `person_id = '${known?.personId}'`)).toBe(1);
    expect(await stage.count("near_misses", "reason = 'too_soon'")).toBe(1);
    await stage.pass(6 * DAY);
    await stage.track("ada", "bought");
    await stage.settle();
    expect(await stage.count("enrollments", `person_id = '${known?.personId}'`)).toBe(2);
  });

  test("R8 R39 an enrollment that is overdue when its person is merged is due now, where its new shard looks for it", async () => {
    await stage.publish({ ...line("looked", [wait, end]), allowAnonymous: true });
    const [visitor] = await visit("looked");
    await stage.settle();
    const { sql } = stage.database;
    const [from, into] = [visitor?.personId ?? "", newId()];
    const now = Date.now() + 10 * DAY;
    const move = { shard: shardOf(from), personId: from, toShard: shardOf(into), toPersonId: into };
    await sql.begin((transaction) => moveRows(transaction, move, now));
    const [moved] = await sql<{ at: number }[]>`
      select (extract(epoch from wake_at) * 1000)::float8 as at from positions where person_id = ${into}`;
    expect(moved?.at).toBe(now);
  });

  test("R39 of two running enrollments the earlier survives, the other stops as merged with its deliveries cancelled", async () => {
    const mail = { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" };
    await stage.publish({ ...line("looked", [mail, wait, end], { reEntry: "restart" }), allowAnonymous: true });
    const [visitor] = await visit("looked");
    await stage.settle();
    await stage.pass(HOUR);
    await stage.track("ada", "looked");
    await stage.settle();
    await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
    await stage.settle();
    const enrollments = await stage.database.orm
      .select()
      .from(schema.enrollments)
      .orderBy(schema.enrollments.enrolledAt);
    expect(enrollments.map(({ status, exitReason }) => [status, exitReason])).toEqual([
      ["active", null],
      ["stopped", "merged"],
    ]);
    expect(new Set(enrollments.map((enrollment) => enrollment.personId)).size).toBe(1);
    expect(enrollments[0]?.personId).not.toBe(visitor?.personId);
    expect(await stage.count("deliveries", `status = 'cancelled' and enrollment_id = '${enrollments[1]?.id}'`)).toBe(1);
    expect(await stage.count("deliveries", `status = 'queued' and enrollment_id = '${enrollments[0]?.id}'`)).toBe(1);
    await stage.pass(2 * DAY);
    expect(await accounts(stage.database)).toMatchObject({
      completed: 1,
      openVisits: 0,
      counted: { enrolled: 2, completed: 1, stopped: 1 },
    });
  });

  test("R39 under `once` a finished enrollment beats a running one", async () => {
    await stage.publish({ ...line("looked", [wait, end], { reEntry: "once" }), allowAnonymous: true });
    await stage.track("ada", "looked");
    await stage.pass(2 * DAY);
    await visit("looked");
    await stage.settle();
    await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
    await stage.settle();
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(1);
    expect(await stage.count("enrollments", "exit_reason = 'merged'")).toBe(1);
    expect(await stage.count("positions")).toBe(0);
  });

  test.each(["after_exit", "restart", "every"])(
    "R39 under `%s` a running enrollment goes on beside a finished one",
    async (reEntry) => {
      await stage.publish({ ...line("looked", [wait, end], { reEntry }), allowAnonymous: true });
      await stage.track("ada", "looked");
      await stage.pass(2 * DAY);
      await visit("looked");
      await stage.settle();
      await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
      await stage.settle();
      expect(await stage.count("enrollments", "exit_reason = 'merged'")).toBe(0);
      expect(await stage.count("positions")).toBe(1);
      await stage.pass(2 * DAY);
      expect(await stage.count("enrollments", "status = 'completed'")).toBe(2);
    },
  );

  test("R39 a journey that says nothing of re-entry is one that people are in once", async () => {
    await stage.publish({ ...line("looked", [wait, end], {}), allowAnonymous: true });
    await stage.track("ada", "looked");
    await stage.pass(2 * DAY);
    await visit("looked");
    await stage.settle();
    await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
    await stage.settle();
    expect(await stage.count("enrollments", "exit_reason = 'merged'")).toBe(1);
  });

  test("R39 signals that waited after the merge are forwarded in their order", async () => {
    await stage.publish({
      ...line("looked", [
        { name: "a", type: "WAIT_FOR_EVENT", config: { eventName: "a" } },
        { name: "b", type: "WAIT_FOR_EVENT", config: { eventName: "b" } },
        end,
      ]),
      allowAnonymous: true,
    });
    await stage.give({ userId: "ada", type: "identify" });
    await stage.settle();
    await visit("looked");
    await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
    await visit("a");
    await visit("b");
    await stage.settle();
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(1);
    expect(await stage.count("inbox")).toBe(0);
  });

  test("a second known person on the same device stays another person", async () => {
    const [ada] = await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
    const [bob] = await stage.give({ userId: "bob", anonymousId: "visitor", type: "identify" });
    await stage.settle();
    expect(ada?.personId).not.toBe(bob?.personId);
    expect((await people()).every((person) => person.mergedInto === null)).toBe(true);
  });

  test("alias joins the old id to the new one", async () => {
    const [old] = await visit("looked");
    const [result] = await stage.give({ userId: "ada", previousId: "visitor", type: "alias" });
    await stage.settle();
    expect(result?.personId).toBe(old?.personId);
    const [person] = await people();
    expect(person).toMatchObject({ externalId: "ada", anonymousId: "visitor" });
  });

  test("F3: a member of a segment as either of the two has entered or left nothing after the merge", async () => {
    const pro = newId();
    const { workspaceId } = stage;
    await stage.database.orm.insert(schema.segments).values([
      {
        id: pro,
        workspaceId,
        key: "pro",
        name: "Pro",
        kind: "rules",
        builtAt: new Date(),
        rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] },
      },
    ]);
    for (const triggerType of ["SEGMENT_ENTERED", "SEGMENT_LEFT"])
      await stage.publish({
        ...line("never", [end], { reEntry: "every" }),
        nodes: [
          ...line("never", [end]).nodes.map((node) =>
            node.type === "TRIGGER" ? { ...node, config: { triggerType, triggerConfig: { segment: "pro" } } } : node,
          ),
        ],
      });
    // Ada takes the plan over; Bob has a plan already, which stays.
    await stage.give(
      { userId: "ada", type: "identify" },
      { userId: "bob", type: "identify", traits: { plan: "free" } },
    );
    await stage.give({ userId: "a-old", type: "identify", traits: { plan: "pro" } });
    await stage.give({ userId: "b-old", type: "identify", traits: { plan: "pro" } });
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(2);
    const [ada] = await stage.give({ userId: "ada", previousId: "a-old", type: "alias" });
    await stage.give({ userId: "bob", previousId: "b-old", type: "alias" });
    await stage.settle();
    expect(await stage.count("enrollments")).toBe(2);
    expect(await stage.count("segment_members")).toBe(1);
    expect(await stage.count("segment_members", `person_id = '${ada?.personId}'`)).toBe(1);
  });
});

test("R39 of two people's answers the survivor keeps the stricter, with both histories", async () => {
  const [visitor] = await visit("looked");
  const [known] = await stage.give({ userId: "ada", type: "identify" });
  await stage.settle();
  const { sql } = stage.database;
  const { workspaceId } = stage;
  const from = { workspaceId, personId: visitor?.personId ?? "", source: "test" };
  const into = { workspaceId, personId: known?.personId ?? "", source: "test" };
  await sql.begin(async (tx) => {
    await setSubscriptions(tx, [
      { ...from, topic: "a", channel: "*", state: "unsubscribed" },
      { ...into, topic: "a", channel: "*", state: "subscribed" },
      { ...from, topic: "b", channel: "email", state: "subscribed" },
      { ...into, topic: "b", channel: "email", state: "unsubscribed" },
      { ...from, topic: "c", channel: "*", state: "subscribed" },
    ]);
    await setPreferences(tx, { ...from, answers: { trackOpens: false, frequency: "monthly" } });
    await setPreferences(tx, { ...into, answers: { trackOpens: true, trackClicks: true } });
  });
  await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
  await stage.settle();
  const rows = await readSubscriptions(sql, [from.personId, into.personId]);
  expect(rows.map(({ personId, topic, state }) => [personId === into.personId, topic, state])).toEqual([
    [true, "a", "unsubscribed"],
    [true, "b", "unsubscribed"],
    [true, "c", "subscribed"],
  ]);
  expect(await readPreferences(sql, [from.personId, into.personId])).toMatchObject([
    { personId: into.personId, trackOpens: false, trackClicks: true, frequency: "monthly" },
  ]);
  expect(await readConsentChanges(sql, into)).toHaveLength(9);
  expect(await readConsentChanges(sql, from)).toHaveLength(0);
});
