import { beforeAll, beforeEach, expect, test } from "vitest";
import type * as z from "zod";
import { ingest } from "#runtime";
import type { Audit } from "#services/audit";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Findings = z.infer<typeof Audit>["findings"];

let api: ApiFixture;
beforeAll(async () => {
  const { call } = await apiFixture();
  await call("POST /api/content", { body: { slug: "hi", type: "email", name: "Hi", subject: "Hi", html: "Hi" } });
});
beforeEach(async () => {
  api = await apiFixture();
});

const pause = { type: "WAIT_FOR_EVENT", name: "pause", config: { eventName: "go" } };
const exit = { type: "EXIT", name: "end", config: {} };
const goal = (eventName: string) => ({ type: "event", config: { eventName }, exitOnGoal: false });
const findings = async (): Promise<Findings> =>
  (await api.call<{ data: { findings: Findings } }>("GET /api/audit")).body.data.findings;
const codes = async () => (await findings()).map(({ code, journeyId }) => `${code} ${journeyId}`);
const run = (statement: string, ...values: string[]) => api.database.sql.unsafe(statement, values);

/** A split with two paths and a goal that people may reach on either. */
const divided = (goalName = "bought", extra: Record<string, unknown> = {}): Promise<Walked> =>
  published(api, [onEvent("in"), { type: "SPLIT", name: "split", config: { sticky: true } }, pause, exit], {
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "left", name: "left", weight: 50 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "right", name: "right", weight: 50 },
      { sourceNodeId: 2, targetNodeId: 3 },
    ],
    goalConfig: goal(goalName),
    ...extra,
  });

const last = "(select id from history where enrollment_id = e.id order by at desc limit 1)";
const BROKEN: readonly (readonly [string, string, string])[] = [
  [
    "stands elsewhere",
    "history_disagrees",
    "update positions set node_id = (select entry_node_id from enrollments limit 1) where journey_id = $1",
  ],
  [
    "ended elsewhere",
    "history_disagrees",
    "update enrollments set last_node_id = entry_node_id where journey_id = $1 and status = 'completed'",
  ],
  [
    "has lost its last hop",
    "history_disagrees",
    `delete from history using enrollments e where history.id = ${last} and e.journey_id = $1 and e.status = 'completed'`,
  ],
  [
    "has an end in its history and runs",
    "history_disagrees",
    `update history set hops = jsonb_set(hops::jsonb, '{-1,to}', 'null') from enrollments e where history.id = ${last} and e.journey_id = $1 and e.status = 'active'`,
  ],
  [
    "was stopped, and its history goes on",
    "history_disagrees",
    "update enrollments set exit_reason = 'stopped', status = 'stopped' where journey_id = $1 and status = 'completed'",
  ],
  [
    "has no history",
    "history_missing",
    "delete from history using enrollments e where enrollment_id = e.id and e.journey_id = $1 and e.status = 'active'",
  ],
];

test.each(BROKEN)("R7 an enrollment that %s is found", async (_, code, statement) => {
  const other = await published(api, [onEvent("before"), exit]);
  await track(api, "before", ["grace"]);
  const journey = await published(api, [onEvent("in"), pause, exit]);
  await track(api, "in", ["ada", "alan"]);
  await track(api, "go", ["ada"]);
  expect(await findings()).toEqual([]);
  await run(statement, journey.id);
  expect(new Set(await codes())).toContain(`${code} ${journey.id}`);
  expect(await codes()).not.toContain(`${code} ${other.id}`);
});

test("R11 what retention has dropped is not missed: all of an old enrollment's way, or its beginning", async () => {
  const journey = await published(api, [onEvent("in"), pause, exit]);
  const [ada = "", alan = ""] = await track(api, "in", ["ada", "alan", "grace"]);
  await track(api, "go", ["alan"]);
  await run("delete from history where person_id = $1", ada);
  await run(
    "delete from history where person_id = $1 and at = (select min(at) from history where person_id = $1)",
    alan,
  );
  const age = "update enrollments set enrolled_at = enrolled_at + $2::interval where journey_id = $1";
  await run(age, journey.id, "-90 days");
  expect(await findings()).toEqual([]);
  await run(age, journey.id, "90 days");
  expect(await findings()).toMatchObject([{ code: "history_missing", journeyId: journey.id }]);
});

test("messages that should have gone ten minutes ago and that nobody takes are found, a journey and channel at a time", async () => {
  await api.call("POST /api/content", { body: { slug: "hi", type: "email", name: "Hi", subject: "Hi", html: "Hi" } });
  const mail = { type: "CONTENT", name: "mail", contentId: "hi", config: { contentType: "email" } };
  const journey = await published(api, [onEvent("in"), mail, pause, exit]);
  await track(api, "in", ["ada", "alan"]);
  await run("update deliveries set next_attempt_at = now() - interval '9 minutes'");
  expect(await findings()).toEqual([]);
  await run("update deliveries set next_attempt_at = now() - interval '11 minutes'");
  expect(await findings()).toMatchObject([
    { code: "delivery_waiting", journeyId: journey.id, text: expect.stringContaining("2 messages (email)") },
  ]);
  await run("insert into engine_life (id, system_id, last_seen_at, held_at) values (1, 'other', now(), now())");
  expect(await findings()).toEqual([]);
  await run("delete from engine_life");
  expect(await findings()).toHaveLength(1);
  await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
  expect(await findings()).toEqual([]);
});

test.each([
  ["of the journey", "update goal_counts set converted = converted + 1 where journey_id = $1 and converted > 0"],
  ["of a path", "update exposure_counts set converted = converted + 1 where journey_id = $1 and converted > 0"],
  ["or people of a path", "update exposure_counts set people = people + 1 where journey_id = $1 and people > 0"],
  ["stored", "delete from conversions where journey_id = $1"],
  [
    "stored twice",
    "insert into conversions select shard, enrollment_id, goal_revision || 'x', workspace_id, journey_id, version_id, person_id, event_id, at from conversions where journey_id = $1",
  ],
])("R26 conversions %s that are more than there are elsewhere are found", async (_, statement) => {
  const journey = await divided();
  await track(api, "in", ["ada", "alan", "grace"]);
  await track(api, "bought", ["ada"]);
  expect(await findings()).toEqual([]);
  await run(statement, journey.id);
  expect(new Set(await codes())).toEqual(new Set([`conversions_mismatch ${journey.id}`]));
});

test("R26 R35 R36 R39 R40 nothing is found after another goal, a migration, a recount, a retry, a merge, an erasure, hiding and archiving", async () => {
  const { workspaceId, database } = api;
  const divide = {
    type: "ACTION",
    name: "divide",
    config: { operations: [{ type: "set_attribute", attribute: "share", expression: "100 / int(traits.parts)" }] },
  };
  const failing = await published(api, [onEvent("in"), divide, pause, exit]);
  const journey = await divided("bought", { allowAnonymous: true });
  const people = Array.from({ length: 8 }, (__, index) => `p${index}`);
  await track(api, "in", people);
  await ingest(database, [{ workspaceId, type: "track", anonymousId: "anon", event: "in" }]);
  await settle(api);
  await track(api, "bought", ["p0", "p1", "p7"]);
  expect(await findings()).toEqual([]);
  // A person converts under the old goal, continues under another one, and reaches that too.
  await api.call(`PATCH /api/journeys/${journey.id}`, { body: { goalConfig: goal("signed") } });
  const [version] = (await api.call<{ data: { id: string }[] }>(`GET /api/journeys/${journey.id}/versions`)).body.data;
  const node = journey.nodes.find(({ name }) => name === "pause")?.id;
  const migration = { steps: [{ nodeId: node, versionId: version?.id, action: "move" }] };
  const moved = await api.call(`POST /api/journeys/${journey.id}/publish`, { body: { migration } });
  expect(moved.status, JSON.stringify(moved.body)).toBe(200);
  await settle(api);
  expect(await findings()).toEqual([]);
  await track(api, "signed", ["p0", "p2"]);
  expect(await findings()).toEqual([]);
  await api.call(`POST /api/journeys/${journey.id}/recount`);
  await settle(api);
  await api.call("PATCH /api/people/p0", { body: { traits: { parts: 4 } } });
  await api.call(`POST /api/journeys/${failing.id}/enrollments/retry`);
  await settle(api);
  expect(await findings()).toEqual([]);
  await ingest(database, [{ workspaceId, type: "identify", userId: "p3", anonymousId: "anon" }]);
  await settle(api);
  await track(api, "go", ["p4", "p5"]);
  const rows = await api.call<{ data: { id: string }[] }>(
    `GET /api/journeys/${journey.id}/enrollments?status=COMPLETED`,
  );
  await api.call(`POST /api/journeys/${journey.id}/enrollments/${rows.body.data[0]?.id}/archive`);
  await api.call("DELETE /api/people/p7");
  await settle(api);
  await settle(api);
  expect(await findings()).toEqual([]);
  await api.call(`DELETE /api/journeys/${journey.id}`);
  await settle(api);
  expect(await findings()).toEqual([]);
});
