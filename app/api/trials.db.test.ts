import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ingest } from "#runtime";
import type { Forecast, TestRun } from "#services/trials";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, onEvent, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
  await api.call("POST /api/content", {
    body: { slug: "hello", type: "email", name: "Hello", subject: "Hi {{ recipientName }}", html: "<p>Hi</p>" },
  });
});

const mail = { type: "CONTENT", name: "mail", contentId: "hello", config: { contentType: "email" } };
const pause = { type: "WAIT", name: "pause", config: { duration: "3d" } };
const exit = { type: "EXIT", name: "end" };
const isPro = { type: "CONDITION", name: "pro", config: { expression: 'traits.plan == "pro"' } };
const reply = { type: "WAIT_FOR_EVENT", name: "reply", config: { eventName: "replied", timeout: "9d" } };

/** start → pro? → yes: mail → end · no: pause → end */
const forked = {
  nodes: [onEvent("bought"), isPro, mail, pause, exit],
  edges: [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2, branch: "TRUE" },
    { sourceNodeId: 1, targetNodeId: 3, branch: "FALSE" },
    { sourceNodeId: 2, targetNodeId: 4 },
    { sourceNodeId: 3, targetNodeId: 4 },
  ],
};
const names = ({ nodes }: Walked, ids: readonly (string | null)[]) =>
  ids.map((id) => nodes.find((node) => node.id === id)?.name ?? null);
const ask = async <Answer>(journey: Walked, what: string, body?: unknown) => {
  const answer = await api.call<{ data: Answer }>(`POST /api/journeys/${journey.id}/${what}`, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data;
};

describe("a test run", () => {
  let journey: Walked;
  beforeAll(async () => {
    journey = await drawn(api, forked.nodes, { edges: forked.edges });
  });

  test("sends somebody made up through the saved draft, waits skipped, every decision told", async () => {
    const run = await ask<TestRun>(journey, "test");
    expect(names(journey, run.path.nodeIds)).toEqual(["start", "pro", "pause", "end"]);
    expect(run.outcome).toMatchObject({ status: "completed", exitReason: "finished" });
    const [first] = run.steps;
    const last = run.steps.at(-1);
    expect(Date.parse(last?.at ?? "") - Date.parse(first?.at ?? "")).toBeGreaterThanOrEqual(3 * DAY_MS);
    expect(run.steps.every(({ sentence }) => sentence.length > 10)).toBe(true);
    expect(run.deliveries).toEqual([]);
  });

  test("is noted with who ran it, with whom, and how it ended; who would not enter is told why", async () => {
    const strict = await drawn(api, forked.nodes, {
      edges: forked.edges,
      settings: { entryConditions: { plan: "pro" } },
    });
    const [personId = ""] = await track(api, "looked", ["tested"]);
    await ask<TestRun>(strict, "test", { personId, trigger: { eventName: "bought", properties: { plan: "pro" } } });
    const kept = await ask<TestRun>(strict, "test", { trigger: { eventName: "bought", properties: { plan: "free" } } });
    expect(kept.outcome).toMatchObject({
      status: "not_entered",
      sentence: expect.stringMatching(/^Would not enter: .*plan/),
    });
    const { body } = await api.call<{ data: unknown[] }>(`GET /api/journeys/${strict.id}/tests`);
    expect(body.data).toMatchObject([
      { by: "Test", personId: null, outcome: "not_entered" },
      { by: "Test", personId, outcome: "completed" },
    ]);
  });

  test("goes by the traits of the person given, and says what they would have got", async () => {
    const traits = { plan: "pro", name: "Ada", email: "ada@example.com" };
    const run = await ask<TestRun>(journey, "test", { person: { traits } });
    expect(names(journey, run.path.nodeIds)).toEqual(["start", "pro", "mail", "end"]);
    expect(run.deliveries).toMatchObject([
      { name: "mail", contentName: "Hello", subject: "Hi Ada", recipient: "ada@example.com", sent: true },
    ]);
  });

  test("takes a real person with their traits as they are now", async () => {
    const body = { externalId: "grace", traits: { plan: "pro" } };
    const { id } = (await api.call<{ data: { id: string } }>("POST /api/people", { body })).body.data;
    const run = await ask<TestRun>(journey, "test", { personId: id });
    expect(names(journey, run.path.nodeIds)).toContain("mail");
    await api.call("PATCH /api/people/grace", { body: { traits: { plan: "free" } } });
    expect(names(journey, (await ask<TestRun>(journey, "test", { personId: id })).path.nodeIds)).toContain("pause");
  });

  test("takes a draft that is not saved, and the events that are to happen", async () => {
    const nodes = [onEvent("bought"), reply, exit];
    const edges = [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2 },
    ];
    const timedOut = await ask<TestRun>(journey, "test", { draft: { nodes, edges } });
    expect(timedOut.steps.map(({ cause }) => cause)).toContain("timer");
    const events = [{ after: "2d", eventName: "replied" }];
    const answered = await ask<TestRun>(journey, "test", { draft: { nodes, edges }, events });
    expect(answered.steps.map(({ cause }) => cause)).toContain("event");
    expect(answered.outcome.status).toBe("completed");
  });

  test("lets in-page content and webhooks end as it is asked to", async () => {
    await api.call("POST /api/content", { body: { slug: "tip", type: "tooltip", name: "Tip" } });
    await api.call("POST /api/content", {
      body: { slug: "hook", type: "webhook", name: "Hook", body: { url: "https://example.com" } },
    });
    const step = (contentId: string, contentType: string) => ({
      type: "CONTENT",
      name: contentId,
      contentId,
      config: { contentType },
    });
    const ends = ["dismissed", "failed", "fine"].map((name) => ({ ...exit, name }));
    const nodes = [onEvent("bought"), step("tip", "tooltip"), step("hook", "webhook"), ...ends];
    const edges = [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "completed" },
      { sourceNodeId: 1, targetNodeId: 3, branch: "dismissed" },
      { sourceNodeId: 1, targetNodeId: 3, branch: "timeout" },
      { sourceNodeId: 2, targetNodeId: 4, branch: "failed" },
      { sourceNodeId: 2, targetNodeId: 5, branch: "next" },
    ];
    const made = await drawn(api, nodes, { edges });
    const last = async (outcomes?: unknown) =>
      names(made, (await ask<TestRun>(made, "test", { outcomes })).path.nodeIds).at(-1);
    expect(await last()).toBe("fine");
    expect(await last({ webhook: "failed" })).toBe("failed");
    expect(await last({ inPage: "dismissed" })).toBe("dismissed");
    expect(await last({ inPage: "timeout" })).toBe("dismissed");
  });

  test("tells by which check somebody is kept out", async () => {
    const draft = { settings: { entryConditions: { total: 5 } } };
    const run = await ask<TestRun>(journey, "test", {
      draft,
      trigger: { eventName: "bought", properties: { total: 4 } },
    });
    expect(run).toMatchObject({ steps: [], outcome: { status: "not_entered", nearMiss: "entry_conditions" } });
  });

  test("knows segments by any of their names", async () => {
    await api.call("POST /api/segments", { body: { name: "VIP", key: "vip" } });
    const nodes = [
      onEvent("bought"),
      { ...isPro, config: { rules: { all: [{ segment: "vip" }] } } },
      mail,
      pause,
      exit,
    ];
    const draft = { nodes, edges: forked.edges };
    const run = await ask<TestRun>(journey, "test", { draft, person: { segments: ["vip"] } });
    expect(run.deliveries.map(({ name }) => name)).toEqual(["mail"]);
  });

  test.each([
    [{ personId: "x" }, "personId"],
    [{ personId: "0197a000-0000-7000-8000-000000000001" }, "personId"],
    [{ personId: "0197a000-0000-7000-8000-000000000001", person: {} }, "person"],
    [{ person: { segments: ["nobody"] } }, "person.segments.0"],
    [{ events: [{ after: "soon", eventName: "x" }] }, "events.0.after"],
    [{ events: [{ after: "1d" }] }, "events.0.eventName"],
    [{ trigger: {} }, "trigger.eventName"],
    [{ outcomes: { webhook: "maybe" } }, "outcomes.webhook"],
    [{ who: "ada" }, "who"],
  ])("%j is refused by name", async (body, field) => {
    const answer = await api.call(`POST /api/journeys/${journey.id}/test`, { body });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
  });

  test("a draft that cannot run is refused, and each reason leads to its node", async () => {
    const nodes = [onEvent("bought"), { type: "WAIT", name: "pause", config: {} }, exit];
    const answer = await api.call(`POST /api/journeys/${journey.id}/test`, { body: { draft: { nodes, edges: [] } } });
    expect(answer.status).toBe(422);
    const pointers = answer.body.errors?.map(({ pointer }) => pointer);
    expect(pointers).toContainEqual(expect.stringMatching(/^\/draft\/nodes\/1/));
  });
});

describe("a forecast", () => {
  let journey: Walked;
  beforeEach(async () => {
    api = await apiFixture();
    journey = await drawn(api, [onEvent("bought"), reply, exit]);
    const { workspaceId } = api;
    const people = Array.from({ length: 40 }, (_, index) => ({
      workspaceId,
      userId: `f${index}`,
      type: "identify" as const,
      traits: { plan: index < 10 ? "pro" : "free" },
    }));
    await ingest(api.database, people);
    await settle(api);
  });

  test("sends real people by their own traits, and the counts add up", async () => {
    const nodes = [onEvent("bought"), isPro, pause, exit, { ...exit, name: "other" }];
    const edges = [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, branch: "TRUE" },
      { sourceNodeId: 1, targetNodeId: 4, branch: "FALSE" },
      { sourceNodeId: 2, targetNodeId: 3 },
    ];
    const made = await drawn(api, nodes, { edges });
    const found = await ask<Forecast>(made, "forecast", { days: 2 });
    const counts = new Map(found.nodes.map((node) => [names(made, [node.nodeId])[0], node]));
    expect(found.people).toBe(40);
    expect(counts.get("pro")).toMatchObject({ entered: 40, waiting: 0 });
    expect(counts.get("pause")).toMatchObject({ entered: 10, waiting: 10 });
    expect(counts.get("other")).toMatchObject({ entered: 30, ended: 30 });
    expect(found.outcomes).toMatchObject({ notEntered: 0, active: 10, completed: 30 });
  });

  test("answers waits for events as often as people really did it", async () => {
    await track(
      api,
      "bought",
      Array.from({ length: 40 }, (_, index) => `f${index}`),
    );
    await track(
      api,
      "replied",
      Array.from({ length: 20 }, (_, index) => `f${index}`),
    );
    const found = await ask<Forecast>(journey, "forecast", { days: 8 });
    expect(found.outcomes.completed).toBeGreaterThan(8);
    expect(found.outcomes.completed).toBeLessThan(32);
    expect(found.outcomes.completed + found.outcomes.active).toBe(40);
    expect(await ask<Forecast>(journey, "forecast", { days: 8 })).toEqual(found);
    const none = await drawn(api, [onEvent("bought"), { ...reply, config: { eventName: "never" } }, exit]);
    expect((await ask<Forecast>(none, "forecast", { days: 8 })).outcomes.completed).toBe(0);
  });

  test("takes as many people as asked for, spread over all of them", async () => {
    expect((await ask<Forecast>(journey, "forecast", { people: 7 })).people).toBe(7);
    expect((await ask<Forecast>(journey, "forecast", { people: 5_000 })).people).toBe(40);
  });

  test("of a journey that only segments start is about their members", async () => {
    const { body } = await api.call<{ data: { id: string; key: string } }>("POST /api/segments", {
      body: { name: "Starting" },
    });
    const personIds = await track(api, "seen", ["starting-1", "starting-2"]);
    await api.call(`POST /api/segments/${body.data.id}/members`, { body: { personIds } });
    await settle(api);
    const config = { triggerType: "SEGMENT_ENTERED", triggerConfig: { segment: body.data.key } };
    const started = await drawn(api, [{ type: "TRIGGER", name: "start", config }, exit]);
    expect((await ask<Forecast>(started, "forecast", { days: 2 })).people).toBe(2);
  });

  test.each([
    [{ people: 0 }, "people"],
    [{ people: 5_001 }, "people"],
    [{ days: 91 }, "days"],
    [{ day: 1 }, "day"],
  ])("%j is refused by name", async (body, field) => {
    const answer = await api.call(`POST /api/journeys/${journey.id}/forecast`, { body });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
  });
});
