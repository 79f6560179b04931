import { afterEach, beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { PROGRAM_FORMAT } from "#engine";
import type { Audit } from "#services/audit";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Answer = { data: z.infer<typeof Audit> };

let api: ApiFixture;
let serial = 0;
beforeAll(async () => {
  api = await apiFixture();
});

const pause = { type: "WAIT", name: "pause", config: { duration: "30d" } };
const reply = { type: "WAIT_FOR_EVENT", name: "reply", config: { eventName: "replied", timeout: "9d" } };
const answered = { type: "WAIT_FOR_EVENT", name: "answer", config: { eventName: "answered" } };
const exit = { type: "EXIT", name: "end" };

/** A journey of its own, with three people on its second step. */
const journeyWith = async (step: { type: string }, extra: Record<string, unknown> = {}): Promise<Walked> => {
  serial += 1;
  const journey = await published(api, [onEvent(`began ${serial}`), step, exit], extra);
  await track(api, `began ${serial}`, ["ada", "grace", "alan"]);
  return journey;
};
const audit = async (journey: Walked) => (await api.call<Answer>(`GET /api/audit?journeyId=${journey.id}`)).body.data;
const codes = async (journey: Walked) => [...new Set((await audit(journey)).findings.map(({ code }) => code))].sort();

test("people who wait for a time, for an event, or have finished are accounted for, and nothing is found", async () => {
  const timed = await audit(await journeyWith(pause));
  expect(timed).toMatchObject({ enrollments: 3, accounted: { waitingForTime: 3 }, findings: [] });
  const either = await journeyWith(reply);
  expect(await audit(either)).toMatchObject({ accounted: { waitingForEvent: 3 }, findings: [] });
  await track(api, "replied", ["ada"]);
  expect(await audit(either)).toMatchObject({ accounted: { waitingForEvent: 2, completed: 1 }, findings: [] });
  const endless = await journeyWith(answered);
  expect(await audit(endless)).toMatchObject({ accounted: { waitingForEvent: 3 }, findings: [] });
  const whole = (await api.call<Answer>("GET /api/audit")).body.data;
  expect(whole).toMatchObject({ enrollments: 9, findings: [] });
});

test("R32 people held by a pause are accounted for, before, while and after they are handed back", async () => {
  const journey = await journeyWith(pause);
  await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
  await settle(api);
  expect(await audit(journey)).toMatchObject({ accounted: { held: 3 }, findings: [] });
  await api.call(`POST /api/journeys/${journey.id}/resume`);
  expect((await audit(journey)).findings).toEqual([]);
  await settle(api);
  expect(await audit(journey)).toMatchObject({ accounted: { waitingForTime: 3 }, findings: [] });
});

test("R31 people of an archived journey are stopped at once, also before anybody has stopped them", async () => {
  const journey = await journeyWith(pause);
  await api.call(`DELETE /api/journeys/${journey.id}`);
  expect(await audit(journey)).toMatchObject({ accounted: { stopped: 3 }, findings: [] });
  await settle(api);
  expect(await audit(journey)).toMatchObject({ accounted: { stopped: 3 }, findings: [] });
});

const one = "select enrollment_id from positions where journey_id = $1 order by 1 limit 1";
const BROKEN: readonly (readonly [string, string])[] = [
  ["active_without_position", `delete from positions where enrollment_id = (${one})`],
  ["position_without_enrollment", `delete from enrollments where id = (${one})`],
  [
    "position_of_ended",
    `update enrollments set status = 'completed', exit_reason = 'finished', ended_at = now() where id = (${one})`,
  ],
  ["epoch_mismatch", `update positions set epoch = 0 where enrollment_id = (${one})`],
  ["position_of_another", `update positions set instance_key = 'else' where enrollment_id = (${one})`],
  ["overdue", `update positions set wake_at = now() - interval '61 seconds' where enrollment_id = (${one})`],
  ["stranded", `update positions set wake_at = null where enrollment_id = (${one})`],
  ["step_unknown", `update positions set node_id = gen_random_uuid() where enrollment_id = (${one})`],
  ["version_missing", `update positions set version_id = gen_random_uuid() where enrollment_id = (${one})`],
  ["version_unreadable", "update versions set program_format = 9999 where journey_id = $1"],
  ["waiting_mismatch", "update node_counts set entered = entered + 1 where journey_id = $1 and entered > 0"],
  ["totals_mismatch", "update journey_counts set completed = completed + 1 where journey_id = $1"],
  [
    "duplicate_running",
    `insert into enrollments select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
     from enrollments e where id = (${one})`,
  ],
  [
    "action_left_queued",
    `insert into queued_actions select shard, gen_random_uuid(), workspace_id, person_id, journey_id, enrollment_id, epoch,
      now() - interval '2 minutes', '{}' from positions where enrollment_id = (${one})`,
  ],
];

// A version of a newer release closes its workspace to events (R16).
afterEach(() => api.database.sql`update versions set program_format = ${PROGRAM_FORMAT}`);

test.each(BROKEN)("%s is found, and names the enrollment or the journey", async (code, statement) => {
  const journey = await journeyWith(pause);
  await api.database.sql.unsafe(statement, [journey.id]);
  const found = (await audit(journey)).findings.find((finding) => finding.code === code);
  expect(found, JSON.stringify(await codes(journey))).toMatchObject({ code, journeyId: journey.id });
  expect(found?.text).toMatch(/^[A-Z].*\.$/);
});

test("an ended enrollment without a reason is found", async () => {
  const journey = await published(api, [onEvent("passing"), exit]);
  await track(api, "passing", ["ada"]);
  expect(await audit(journey)).toMatchObject({ accounted: { completed: 1 }, findings: [] });
  await api.database.sql`update enrollments set exit_reason = null where journey_id = ${journey.id}`;
  expect(await codes(journey)).toEqual(["ended_without_reason"]);
});

test("messages that nobody sends, or that a finished pause has forgotten, are found", async () => {
  await api.call("POST /api/content", { body: { slug: "hi", type: "email", name: "Hi", subject: "Hi", html: "Hi" } });
  const mail = { type: "CONTENT", name: "mail", contentId: "hi", config: { contentType: "email" } };
  const journey = await journeyWith(mail);
  const { sql } = api.database;
  await sql`
    update deliveries set status = 'sending', next_attempt_at = now() - interval '2 minutes' where journey_id = ${journey.id}`;
  expect(await codes(journey)).toEqual(["delivery_stuck"]);
  await sql`update deliveries set status = 'held' where journey_id = ${journey.id}`;
  expect(await codes(journey)).toEqual(["delivery_left_held"]);
});

test("R1 a signal that nobody has read for a minute is found, though not by the audit of one journey", async () => {
  const other = await apiFixture();
  const { sql } = other.database;
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    values (5, now() - interval '2 minutes', gen_random_uuid(), ${other.workspaceId}, gen_random_uuid(), 'event', '{}')`;
  const { findings } = (await other.call<Answer>("GET /api/audit")).body.data;
  expect(findings).toMatchObject([{ code: "signals_waiting", formerCode: "mail_waiting" }]);
  expect(findings[0]?.text).toContain("inbox of shard 5");
  await sql`delete from inbox where workspace_id = ${other.workspaceId}`;
});

test("a person who is gone while running is found", async () => {
  const journey = await journeyWith(pause);
  await api.database.sql`
    delete from people where id in (select person_id from positions where journey_id = ${journey.id} limit 1)`;
  expect(await codes(journey)).toEqual(["person_missing"]);
});

test("many findings of a kind are named up to a hundred, and the rest are counted", async () => {
  const journey = await published(api, [onEvent("crowd"), pause, exit]);
  await track(
    api,
    "crowd",
    Array.from({ length: 130 }, (_, index) => `c${index}`),
  );
  await api.database.sql`update positions set wake_at = null where journey_id = ${journey.id}`;
  const { findings } = await audit(journey);
  expect(findings).toHaveLength(101);
  expect(findings.at(-1)?.text).toBe("And 30 more enrollments like these.");
});

test("the journey of another workspace does not exist", async () => {
  const journey = await journeyWith(pause);
  const other = await apiFixture();
  expect((await other.call(`GET /api/audit?journeyId=${journey.id}`)).status).toBe(404);
});
