import { beforeEach, expect, test } from "vitest";
import { runOutbox } from "#runtime";
import { HOUR_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { later, onEvent, pathsOf, published, settle, track, type Walked } from "./testing/walk.ts";

type Person = { data: { tags: string[] } };
type Delivery = { status: string };

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
  await api.call("POST /api/content", { body: { slug: "hi", type: "email", name: "Hi", subject: "Hi", html: "Hi" } });
  for (const externalId of ["ada", "alan"])
    await api.call("POST /api/people", { body: { externalId, traits: { email: `${externalId}@example.com` } } });
});

const exit = { type: "EXIT", name: "end", config: {} };
const pause = { type: "WAIT", name: "pause", config: { duration: "1h" } };
const tag = { type: "ACTION", name: "tag", config: { operations: [{ type: "tag_user", tagName: "waited" }] } };
const mail = { type: "CONTENT", name: "mail", contentId: "hi", config: { contentType: "email" } };
const reply = { type: "WAIT_FOR_EVENT", name: "reply", config: { eventName: "replied" } };

/** Trigger, an hour's wait, a tag, an email, an event, exit; Ada is at the wait. */
async function paused(pauseMode: string): Promise<Walked> {
  const journey = await published(api, [onEvent("in"), pause, tag, mail, reply, exit]);
  await track(api, "in", ["ada"]);
  const answer = await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await track(api, "in", ["alan"]);
  await later(api, 2 * HOUR_MS);
  return journey;
}
const tags = async () => (await api.call<Person>("GET /api/people/ada")).body.data.tags;
const mails = async () => {
  await runOutbox({ database: api.database, clock: { kind: "database" } });
  await settle(api);
  const { body } = await api.call<{ data: Delivery[] }>("GET /api/people/ada/deliveries");
  return body.data.map(({ status }) => status);
};
const resume = async ({ id }: Walked) => {
  expect((await api.call(`POST /api/journeys/${id}/resume`)).status).toBe(200);
  await settle(api);
};
/** The virtual hours above are ahead of the database's clock, so messages queued in them are made due now. */
const letGo = () =>
  api.database
    .sql`update deliveries set next_attempt_at = now() where status = 'queued' and workspace_id = ${api.workspaceId}`;

test("drain: nobody new, people inside go on, their mail is sent", async () => {
  const journey = await paused("drain");
  await letGo();
  expect(await pathsOf(api, journey)).toEqual([["start", "pause", "tag", "mail", "reply"]]);
  expect([await tags(), await mails()]).toEqual([["waited"], ["captured"]]);
});

test("hold: nobody new, people stay where they are, what they did is kept; a resume hands both back", async () => {
  const journey = await paused("hold");
  expect(await pathsOf(api, journey)).toEqual([["start", "pause"]]);
  expect([await tags(), await mails()]).toEqual([[], []]);
  await resume(journey);
  await later(api, 2 * HOUR_MS);
  await letGo();
  expect(await pathsOf(api, journey)).toEqual([["start", "pause", "tag", "mail", "reply"]]);
  expect(await mails()).toEqual(["captured"]);
});

test("hold: an event awaited in the meantime moves its person on resume, and only then", async () => {
  const journey = await published(api, [onEvent("in"), reply, exit]);
  await track(api, "in", ["ada"]);
  await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
  await track(api, "replied", ["ada"]);
  expect(await pathsOf(api, journey)).toEqual([["start", "reply"]]);
  await resume(journey);
  expect(await pathsOf(api, journey)).toEqual([["start", "reply", "end"]]);
});

test("R33 queue: nobody new, people go on, but tags and mail wait for the resume, in their order", async () => {
  const journey = await paused("queue");
  await letGo();
  expect(await pathsOf(api, journey)).toEqual([["start", "pause", "tag", "mail", "reply"]]);
  expect([await tags(), await mails()]).toEqual([[], ["held"]]);
  await resume(journey);
  await letGo();
  expect([await tags(), await mails()]).toEqual([["waited"], ["captured"]]);
});

test("5: before resuming it is told for how many something is due, and how many merely wait", async () => {
  const asked = async ({ id }: Walked) =>
    (await api.call<{ data: { inside: number; due: number } }>(`GET /api/journeys/${id}/resume/preview`)).body.data;
  const journey = await published(api, [onEvent("in"), pause, tag, mail, reply, exit]);
  await track(api, "in", ["ada"]);
  await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
  expect(await asked(journey)).toEqual({ inside: 1, due: 0 });
  await later(api, 2 * HOUR_MS);
  expect(await asked(journey)).toEqual({ inside: 1, due: 1 });
  await resume(journey);
  expect(await asked(journey)).toEqual({ inside: 0, due: 0 });
});
