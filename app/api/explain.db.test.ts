import { beforeAll, expect, test } from "vitest";
import { ingest } from "#runtime";
import type { Explanation } from "#services/explain";
import { appendSignals } from "#store/inbox";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { everyRow } from "./testing/rows.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Answer = { data: Explanation };

let api: ApiFixture;
let journey: Walked;
let ada: string;
beforeAll(async () => {
  api = await apiFixture();
  const reply = {
    type: "WAIT_FOR_EVENT",
    name: "reply",
    label: "A reply within nine days",
    config: { eventName: "replied", timeout: "9d" },
  };
  const settings = { entryConditions: { plan: "pro" } };
  journey = await published(api, [onEvent("bought"), reply, { type: "EXIT", name: "end" }], { settings });
  [ada = ""] = await track(api, "bought", ["ada"], { properties: { plan: "pro" } });
  await track(api, "bought", ["grace"], { properties: { plan: "free" } });
  await track(api, "looked", ["alan"]);
});

const explain = async (query: string) =>
  (await api.call<Answer>(`GET /api/journeys/${journey.id}/explain?${query}`)).body.data;

test("R41 somebody inside: where they stand, what they wait for, until when, and what would move them", async () => {
  const found = await explain("userId=ada");
  expect(found).toMatchObject({ verdict: "in", waiting: { nodeId: journey.nodes[1]?.id, name: "reply" } });
  // Sentences call the step by its label, and the field keeps its name.
  expect(found.sentence).toContain("“A reply within nine days”");
  expect(found.waiting).toMatchObject({ label: "A reply within nine days" });
  expect(found.waiting?.for.map(({ kind, eventName }) => [kind, eventName])).toEqual([
    ["timer", undefined],
    ["event", "app.replied"],
  ]);
  const until = Date.parse(found.waiting?.until ?? "");
  expect(Math.round((until - Date.now()) / DAY_MS)).toBe(9);
  expect(found.wouldMove.join()).toContain("app.replied");
  expect(await explain(`personId=${ada}`)).toEqual(found);
  expect(await explain(`enrollmentId=${found.enrollmentId}`)).toEqual(found);
});

test("somebody kept out: by which check, with the values seen", async () => {
  const found = await explain("userId=grace");
  expect(found).toMatchObject({ verdict: "not_in", enrollmentId: null, waiting: null });
  expect(found.reasons.map(({ code }) => code)).toContain("entry_conditions");
});

test("somebody who has done nothing that starts it", async () => {
  const found = await explain("userId=alan");
  expect([found.verdict, found.reasons[0]?.code]).toEqual(["not_in", "not_triggered"]);
});

test("somebody who has been through it: how it ended", async () => {
  await track(api, "bought", ["barbara"], { properties: { plan: "pro" } });
  await track(api, "replied", ["barbara"]);
  const found = await explain("userId=barbara");
  expect(found).toMatchObject({ verdict: "was_in", waiting: null });
  expect(found.reasons.map(({ code }) => code)).toContain("ended");
});

test("R32 somebody held by a pause, and whose journey was unpublished", async () => {
  const held = await published(api, [onEvent("waited"), { type: "WAIT", name: "pause", config: { duration: "3d" } }]);
  await track(api, "waited", ["ada"]);
  const ask = async () => (await api.call<Answer>(`GET /api/journeys/${held.id}/explain?userId=ada`)).body.data;
  await api.call(`POST /api/journeys/${held.id}/pause`, { body: { pauseMode: "hold" } });
  expect((await ask()).reasons.map(({ code }) => code)).toContain("held");
  await api.call(`POST /api/journeys/${held.id}/unpublish`);
  await settle(api);
  expect(await ask()).toMatchObject({ verdict: "in", waiting: { name: "pause" } });
});

test("R1 what waits in the inbox counts as far as it changes the person, and is told as far as it does not", async () => {
  const pro = await published(api, [onEvent("visited"), { type: "WAIT", name: "pause", config: { duration: "3d" } }], {
    settings: { entryConditions: { expression: 'traits.tier == "gold"' } },
  });
  const { workspaceId, database } = api;
  const [alan] = await track(api, "visited", ["alan"]);
  const ask = async () => (await api.call<Answer>(`GET /api/journeys/${pro.id}/explain?userId=alan`)).body.data;
  expect((await ask()).reasons.map(({ code }) => code)).toContain("entry_conditions");
  const payload = { patch: { traits: { tier: "gold" } }, source: "api" };
  await appendSignals(database.sql, [{ workspaceId, personId: alan ?? "", kind: "patch", payload }]);
  const codes = (await ask()).reasons.map(({ code }) => code);
  expect(codes).not.toContain("entry_conditions");
  expect(codes).toContain("signals_waiting");
  await settle(api);
  expect((await ask()).reasons.map(({ code }) => code)).not.toContain("signals_waiting");
});

test("an external id that looks like a person's id is looked up as what it is", async () => {
  const userId = "0197a000-0000-7000-8000-00000000abcd";
  await ingest(api.database, [{ workspaceId: api.workspaceId, userId, type: "identify" }]);
  expect((await explain(`userId=${userId}`)).verdict).toBe("not_in");
});

test("asking changes nothing", async () => {
  await settle(api);
  const before = await everyRow(api);
  for (const user of ["ada", "grace", "alan", "barbara"]) await explain(`userId=${user}`);
  expect(await everyRow(api)).toEqual(before);
});

test.each([
  ["", 400, "personId"],
  ["personId=x", 400, "personId"],
  ["userId=ada&enrollmentId=0197a000-0000-7000-8000-000000000001", 400, "personId"],
  ["userId=nobody", 404, undefined],
  ["enrollmentId=0197a000-0000-7000-8000-000000000001", 404, undefined],
])("the question %j is refused with %i", async (query, status, field) => {
  const answer = await api.call(`GET /api/journeys/${journey.id}/explain?${query}`);
  expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([status, field]);
});

test("people and journeys of another workspace do not exist", async () => {
  const other = await apiFixture();
  expect((await other.call(`GET /api/journeys/${journey.id}/explain?personId=${ada}`)).status).toBe(404);
  const own = await published(other, [onEvent("in"), { type: "EXIT" }]);
  expect((await other.call(`GET /api/journeys/${own.id}/explain?personId=${ada}`)).status).toBe(404);
});

test("the sentences tell times by the clock of the workspace when asked", async () => {
  await api.call("PATCH /api/workspace", { body: { timezone: "Asia/Tokyo" } });
  await api.call(`PATCH /api/people/${ada}`, { body: { traits: { timezone: "America/New_York" } } });
  await settle(api);
  const [own, shared] = [await explain("userId=ada"), await explain("userId=ada&clock=workspace")];
  expect(own.waiting?.since).toEqual(shared.waiting?.since);
  const hourOf = ({ reasons }: Explanation) => Number(/, (\d\d):/.exec(reasons[0]?.text ?? "")?.[1]);
  expect([13, 14]).toContain((hourOf(shared) - hourOf(own) + 24) % 24);
});
