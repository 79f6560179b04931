import { readdir, readFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { line } from "../testing/draw.ts";
import { DAY, HOUR, MINUTE, RuntimeHarness } from "../testing/runtime-harness.ts";
import { openWatch, raiseAlerts, type Watch, watchAlerts } from "./index.ts";

let stage: RuntimeHarness;
let watch: Watch;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  watch = openWatch();
});

type Alert = { code: string; journey_id: string | null; count: number; text: string };
const alerts = async () =>
  await stage.database.sql<Alert[]>`select code, journey_id, count, text from alerts order by code, text`;
const look = () => watchAlerts(stage.runtime, watch);
/** Advances the clock while no engine works. */
const idle = (ms: number) => {
  const { clock } = stage.runtime;
  if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + ms);
};
const now = () => (stage.runtime.clock.kind === "virtual" ? stage.runtime.clock.at.getTime() : Date.now());
const crowd = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
const begin = (people: readonly string[]) =>
  stage.give(...people.map((userId) => ({ userId, type: "track" as const, event: "in" })));
const pause = { name: "pause", type: "WAIT", config: { duration: "1h" } };
const end = { name: "end", type: "EXIT" };
const broken = {
  name: "broken",
  type: "ACTION",
  config: { operations: [{ type: "set_attribute", attribute: "x", expression: "1 / 0" }] },
};

test("a journey that should have moved more than a minute ago and did not raises an alert at the second look", async () => {
  const { journeyId } = await stage.publish(line("in", [pause, end]));
  await begin(crowd(3));
  await stage.settle();
  idle(HOUR + 30_000);
  await look();
  await look();
  expect(await alerts()).toEqual([]);
  idle(MINUTE);
  await look();
  expect(await alerts()).toEqual([]);
  await look();
  expect(await alerts()).toMatchObject([{ code: "stalled", journey_id: journeyId, count: 3 }]);
  await look();
  expect(await alerts()).toHaveLength(1);
});

test("a journey held by a pause is not late", async () => {
  await stage.publish(line("in", [pause, end]));
  await begin(["ada"]);
  await stage.settle();
  await stage.database.sql`update journeys set status = 'paused', pause_mode = 'hold'`;
  idle(2 * HOUR);
  await look();
  await look();
  expect(await alerts()).toEqual([]);
});

test("R1 signals that stay unread for a minute raise an alert of the workspace", async () => {
  await stage.publish(line("in", [pause, end]));
  await begin(["ada", "grace"]);
  idle(2 * MINUTE);
  await look();
  await look();
  expect(await alerts()).toMatchObject([{ code: "signals_waiting", journey_id: null, count: 2 }]);
});

test("more than five failed enrollments, and more than 5 % of those that ended, raise an alert", async () => {
  const { journeyId } = await stage.publish(line("in", [broken, end]));
  await begin(crowd(5));
  await stage.settle();
  await look();
  expect(await alerts()).toEqual([]);
  await begin(["p5"]);
  await stage.settle();
  await look();
  expect(await alerts()).toMatchObject([{ code: "failing", journey_id: journeyId, count: 6 }]);
  await begin(["p6"]);
  await stage.settle();
  await look();
  expect(await alerts()).toMatchObject([{ code: "failing", count: 7, text: expect.stringContaining("7 of 7") }]);
});

test("failed enrollments that are few among many that ended raise none", async () => {
  const { versionId, journeyId } = await stage.publish(line("in", [broken, end]));
  await begin(crowd(6));
  await stage.settle();
  await stage.database.sql`
    insert into enrollments (shard, id, workspace_id, journey_id, version_id, person_id, epoch, status, exit_reason,
      entry_node_id, enrolled_at, ended_at)
    select 0, gen_random_uuid(), ${stage.workspaceId}, ${journeyId}, ${versionId}, gen_random_uuid(), 1, 'completed',
      'finished', gen_random_uuid(), ended_at, ended_at
    from generate_series(1, 120), (select max(ended_at) as ended_at from enrollments) latest`;
  await look();
  expect(await alerts()).toEqual([]);
});

test("an operation that failed raises an alert of its own, once", async () => {
  const at = stage.runtime.clock.kind === "virtual" ? stage.runtime.clock.at.toISOString() : "";
  await stage.database.sql`
    insert into operations (id, workspace_id, kind, status, error, finished_at)
    select gen_random_uuid(), ${stage.workspaceId}, 'build_segment', 'failed', 'no such ' || which, ${at}::timestamptz
    from (values ('thing'), ('field')) as two (which)`;
  await look();
  await look();
  expect((await alerts()).map(({ code, count, text }) => [code, count, text])).toEqual([
    ["operation_failed", 1, "The operation “build segment” failed: no such field"],
    ["operation_failed", 1, "The operation “build segment” failed: no such thing"],
  ]);
});

test("messages that fail, or are being retried, raise an alert with the latest error", async () => {
  const mail = { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" };
  await stage.publish(line("in", [mail, end]));
  await begin(crowd(6));
  await stage.settle();
  const { sql } = stage.database;
  await sql`update deliveries set status = 'failed', error = 'Refused: 550.'`;
  await sql`
    update deliveries set status = 'queued', attempts = 3, next_attempt_at = queued_at
    where id in (select id from deliveries limit 2)`;
  await look();
  expect(await alerts()).toMatchObject([
    {
      code: "deliveries_failing",
      count: 6,
      text: "Messages are not delivered: 4 failed, 2 are being retried. Refused: 550.",
    },
  ]);
});

test("R22 R4 an alert of the engine is written with the batch, in the person's shard, once an hour and journey", async () => {
  const echo = {
    name: "echo",
    type: "ACTION",
    config: { operations: [{ type: "emit_event", eventName: "in" }] },
  };
  await stage.publish({ ...line("in", [echo, end]), settings: { reEntry: "every" } });
  await begin(["ada"]);
  await stage.settle();
  const first = await alerts();
  expect(first).toMatchObject([{ code: "depth_limit" }]);
  await begin(["ada"]);
  await stage.settle();
  const [again, ...others] = await alerts();
  expect([others, again?.count]).toEqual([[], (first[0]?.count ?? 0) * 2]);
  const [row] = await stage.database.sql`
    select a.shard = p.shard as own from alerts a, people p`;
  expect(row).toEqual({ own: true });
  expect(stage.reports).toContainEqual(expect.stringContaining("depth_limit"));
});

/** Writes a signal to the inboxes of the people, as an unknown sender would. */
const put = async (kind: string, payload: Record<string, unknown>) => {
  const { sql } = stage.database;
  const people = await sql<{ id: string }[]>`select id from people`;
  const { clock } = stage.runtime;
  const receivedAt = clock.kind === "virtual" ? { receivedAt: clock.at } : {};
  const of = { workspaceId: stage.workspaceId, kind, payload, ...receivedAt };
  await appendSignals(
    sql,
    people.map(({ id }) => ({ ...of, personId: id })),
  );
};

test("R17 signals that cannot be processed are kept with an alert, and the person goes on", async () => {
  await stage.publish(line("in", [pause, end]));
  await stage.give({ userId: "ada", type: "identify" });
  await put("event", {});
  await put("event", {});
  await stage.settle();
  const [alert, ...others] = await alerts();
  expect([alert, others]).toMatchObject([{ code: "signals_rejected", journey_id: null, count: 2 }, []]);
  expect(alert?.text).toMatch(
    /^Signals of one person \(event\) could not be processed. They are kept and can be replayed .*: \w/,
  );
  expect(await stage.count("inbox")).toBe(0);
  await begin(["ada"]);
  await stage.settle();
  expect(await stage.count("positions")).toBe(1);
});

test("R17 signals whose rows the database refuses are kept with an alert; those of others are processed", async () => {
  await stage.publish(line("in", [pause, end]));
  const [culprit] = await stage.give(
    { userId: "ada", type: "track", event: "in" },
    { userId: "alan", type: "track", event: "in" },
  );
  await stage.database.sql.unsafe(`
    create function refuse() returns trigger language plpgsql as $$
    begin
      if new.person_id = '${culprit?.personId}' then raise exception 'unsupported' using errcode = '22P05'; end if;
      return new;
    end $$;
    create trigger refuse before insert on enrollments for each row execute function refuse()`);
  await stage.settle();
  expect(await alerts()).toMatchObject([
    { code: "signals_rejected", count: 1, text: expect.stringContaining("unsupported") },
  ]);
  expect(await stage.count("positions")).toBe(1);
});

test("F1: more than one refused message in a hundred of an hour raises an alert, stored after a change is none", async () => {
  const { sql } = stage.database;
  const hour = new Date(Math.floor(now() / HOUR) * HOUR).toISOString();
  const counted = async (received: number, refused: [string, string, number][]) => {
    await sql`truncate message_counts, refused_messages`;
    await sql`insert into message_counts values (${stage.workspaceId}, ${hour}, ${received})`;
    for (const [reason, field, count] of refused)
      await sql`
        insert into refused_messages (workspace_id, hour, reason, field, count)
        values (${stage.workspaceId}, ${hour}, ${reason}, ${field}, ${count})`;
    await look();
    return (await alerts()).map(({ code, count, text }) => [code, count, text]);
  };
  expect(await counted(300, [["invalid", "event", 3]])).toEqual([]);
  expect(await counted(300, [["text_mended", "properties", 200]])).toEqual([]);
  const raised = await counted(300, [
    ["invalid", "event", 3],
    ["no_person", "userId", 1],
  ]);
  const text = `4 of 300 messages since ${hour.slice(11, 16)} UTC were refused, most of them for “event”. The page Events shows them under Refused.`;
  expect(raised).toEqual([["messages_refused", 4, text]]);
  // A check in the next hour still covers the end of this one, and updates the same alert.
  idle(HOUR);
  await look();
  expect((await alerts()).map(({ count }) => count)).toEqual([4]);
});

test("every alert that the API knows is raised somewhere in the engine, and the engine raises no other", async () => {
  const raising = new URL("..", import.meta.url);
  const files = (await readdir(raising, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const source = (await Promise.all(files.map((name) => readFile(new URL(name, raising), "utf8")))).join("\n");
  const known = [...schema.alerts.code.enumValues].sort();
  expect(known.filter((code) => !new RegExp(`\\b${code}\\b`).test(source))).toEqual([]);
  const raised = [...source.matchAll(/\bcode: "(\w+)"[^\n]*(?:\n[^\n]*)?\b(?:workspaceId|about)\b/g)].map(
    ([, code]) => code,
  );
  expect(raised.length).toBeGreaterThan(5);
  expect(raised.filter((code) => !known.some((one) => one === code))).toEqual([]);
});

test("an alert raised again within the hour is counted up, and a later one is another", async () => {
  const { sql } = stage.database;
  const at = Date.parse("2026-03-02T09:10:00Z");
  const alert = { code: "held_limit", workspaceId: stage.workspaceId, journeyId: null, text: "So it is." } as const;
  await raiseAlerts(sql, [
    { ...alert, at },
    { ...alert, at: at + 1 },
  ]);
  await raiseAlerts(sql, [{ ...alert, at: at + 49 * MINUTE }]);
  expect((await alerts()).map(({ count }) => count)).toEqual([3]);
  await raiseAlerts(sql, [{ ...alert, at: at + 50 * MINUTE }]);
  expect((await alerts()).map(({ count }) => count).sort()).toEqual([1, 3]);
});

test("alerts are forgotten after thirty days", async () => {
  const at = stage.runtime.clock.kind === "virtual" ? stage.runtime.clock.at.getTime() : 0;
  const about = { workspaceId: stage.workspaceId, journeyId: null, text: "So it was." };
  await raiseAlerts(stage.database.sql, [{ ...about, code: "held_limit", at }]);
  idle(30 * DAY);
  await look();
  expect(await alerts()).toHaveLength(1);
  idle(1);
  await look();
  expect(await alerts()).toEqual([]);
});
