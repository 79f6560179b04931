import { beforeAll, describe, expect, test } from "vitest";
import type { V1Journey, V1JourneyDetail, V1TestRun, V1Validation } from "#services/v1-journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { nurture, thankYou } from "./testing/nurture.ts";
import { settle, track } from "./testing/walk.ts";

/** Source 002 from top to bottom, with its bodies as written. Ids that the server assigns are those that it answered. */

/** A problem has a status too, which is a number. */
type Answered<Body> = Omit<Body, "status">;
type Saved = Answered<V1Journey> & {
  readonly warnings?: readonly { readonly code: string; readonly pointer: string }[];
};

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const v1 = <Body = Saved>(request: string, body?: unknown) =>
  api.call<Body>(request.replace(" ", " /api/v1/journeys"), body === undefined ? {} : { body });
const create = async (extra: object = {}) => {
  const { status, body } = await v1("POST ", { ...nurture, ...extra });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
/** A journey that needs nothing of the workspace. */
const waiting = (name: string, extra: object = {}) =>
  create({
    name,
    entryConditions: {},
    steps: [{ id: "step_wait_3d", type: "wait", config: { duration: 3, unit: "days" } }],
    ...extra,
  });
const put = (id: string, body: object) => v1(`PUT /${id}`, body);
const statusAfter = async (id: string, status: string) => {
  const answer = await put(id, { status });
  const { status: now, code }: { status?: unknown; code?: string } = answer.body;
  return answer.status === 200 ? now : `${answer.status} ${code}`;
};

describe("create, list, update and delete, as the source has them", () => {
  test("POST answers 201 with the fields of the example", async () => {
    const { warnings, ...journey } = await create();
    expect(journey).toEqual({
      id: expect.stringMatching(/^jrn_[0-9a-z]{12}$/),
      name: "Personal Loan Nurture",
      status: "draft",
      maxDuration: 21,
      stepCount: 4,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    });
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "unknown_target", pointer: "/steps/3/config/conditions/0/targetStepId" }),
    );
  });

  test("GET answers the steps, entry conditions and description as they were written", async () => {
    const { id } = await create();
    const { body } = await v1<Answered<V1JourneyDetail>>(`GET /${id}`);
    const { status: _status, ...written } = nurture;
    expect(body).toMatchObject({ ...written, id, status: "draft", stepCount: 4 });
    expect(body.losses).toBeUndefined();
  });

  test("GET lists journeys with the fields of the create response, archived ones only when asked for", async () => {
    const { warnings: _warnings, ...first } = await create({ name: "Listed first" });
    const second = await create({ name: "Listed second" });
    await put(second.id, { status: "archived" });
    const list = async (query: string) =>
      (await v1<{ data: V1Journey[]; meta: { total: number } }>(`GET ?${query}`)).body;
    expect(await list("search=Listed")).toEqual({
      data: [first],
      meta: { total: 1, page: 1, limit: 20, totalPages: 1 },
    });
    expect((await list("search=Listed&status=archived")).data.map(({ id }) => id)).toEqual([second.id]);
  });

  test("PUT changes only given fields, and steps that stay keep their ids", async () => {
    const { id } = await create();
    const nodes = async () =>
      (await api.call<{ data: { nodes: { id: string; name: string }[] } }>(`GET /api/journeys/${id}`)).body.data.nodes;
    const before = await nodes();
    expect((await put(id, { name: "Renamed" })).body).toMatchObject({ name: "Renamed", stepCount: 4, maxDuration: 21 });
    const steps = [...nurture.steps, ...thankYou];
    const { body } = await put(id, { steps, maxDuration: null });
    expect(body).toMatchObject({ stepCount: 6, maxDuration: null });
    const after = await nodes();
    for (const node of before) expect(after).toContainEqual(expect.objectContaining({ id: node.id, name: node.name }));
    expect((await v1<Answered<V1JourneyDetail>>(`GET /${id}`)).body).toMatchObject({
      steps,
      entryConditions: nurture.entryConditions,
    });
  });

  test("only drafts can be deleted; the others are archived first, and archived ones stay", async () => {
    const draft = await create();
    expect((await v1(`DELETE /${draft.id}`)).status).toBe(204);
    expect((await v1(`GET /${draft.id}`)).status).toBe(404);
    const { id } = await waiting("Kept");
    for (const status of ["active", "paused", "archived"]) {
      await put(id, { status });
      const { body } = await v1(`DELETE /${id}`);
      expect(body).toMatchObject({ status: 409, code: "conflict", currentStatus: status });
    }
  });

  test("the id, the key and the uuid name the same journey on every surface", async () => {
    const { id } = await create({ key: "loan-nurture" });
    const native = (await api.call<{ data: { id: string } }>(`GET /api/journeys/${id}`)).body.data.id;
    for (const reference of [id, native, "loan-nurture"]) expect((await v1(`GET /${reference}`)).body.id).toBe(id);
    expect((await v1("POST ", { ...nurture, key: "loan-nurture" })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: "/key" }],
    });
  });
});

describe("the status life cycle", () => {
  test("draft becomes active, active and paused change, and archived is final", async () => {
    const { id } = await waiting("Moves");
    expect(await statusAfter(id, "paused")).toBe("409 conflict");
    for (const status of ["draft", "active", "active", "paused", "paused", "active", "archived", "archived"])
      expect(await statusAfter(id, status)).toBe(status);
    for (const status of ["draft", "active", "paused"]) expect(await statusAfter(id, status)).toBe("409 conflict");
    expect((await put(id, { name: "Too late" })).status).toBe(409);
  });

  test("an active journey takes names and descriptions, and nothing structural", async () => {
    const { id } = await waiting("Live");
    await put(id, { status: "active" });
    expect((await put(id, { name: "Still live", description: "Now with a text" })).status).toBe(200);
    for (const change of [
      { steps: thankYou },
      { maxDuration: 5 },
      { entryConditions: {} },
      { status: "paused", steps: thankYou },
    ]) {
      const { status, body } = await put(id, change);
      expect([status, body.detail]).toEqual([409, expect.stringContaining(Object.keys(change).at(-1) ?? "")]);
    }
    expect((await v1<Answered<V1JourneyDetail>>(`GET /${id}`)).body).toMatchObject({
      name: "Still live",
      status: "active",
      stepCount: 1,
    });
  });

  test("while paused people stay in place; the steps may change, and activating publishes them", async () => {
    const { id } = await waiting("Held");
    await put(id, { status: "active" });
    await put(id, { status: "paused" });
    const native = async () =>
      (await api.call<{ data: { pauseMode: string; publishedVersion: { number: number } } }>(`GET /api/journeys/${id}`))
        .body.data;
    expect(await native()).toMatchObject({ pauseMode: "hold", publishedVersion: { number: 1 } });
    expect((await put(id, { steps: thankYou })).body.stepCount).toBe(2);
    expect(await statusAfter(id, "active")).toBe("active");
    expect((await native()).publishedVersion.number).toBe(2);
    await put(id, { status: "paused", pauseMode: "drain" });
    expect((await native()).pauseMode).toBe("drain");
    expect(await statusAfter(id, "active")).toBe("active");
    expect((await native()).publishedVersion.number).toBe(2);
  });

  test("activating names every target that no step defines, and stores nothing of a refused change", async () => {
    const { id } = await waiting("Unfinished");
    const steps = [nurture.steps[2], nurture.steps[3]];
    const { status, body } = await put(id, { status: "active", name: "Other", steps });
    expect(status).toBe(422);
    const named = body.errors
      ?.filter(({ code }) => code === "unknown_target")
      .map(({ pointer, message }) => [pointer, message]);
    expect(named).toEqual([
      ["/steps/1/config/conditions/0/targetStepId", "The step “step_end” is not defined."],
      ["/steps/1/config/defaultTargetStepId", "The step “step_followup” is not defined."],
    ]);
    expect((await v1<Answered<V1JourneyDetail>>(`GET /${id}`)).body).toMatchObject({
      name: "Unfinished",
      status: "draft",
      stepCount: 1,
    });
  });
});

describe("validate and test before it is active", () => {
  test("Validate tells what is missing and which steps nothing leads to, with the step and its place", async () => {
    const steps = [
      { id: "a", type: "wait", config: { duration: 1, unit: "days" }, next: null },
      { id: "lost", type: "update", config: { operations: [] } },
    ];
    const { id } = await waiting("Broken", { steps });
    const { body } = await v1<V1Validation>(`POST /${id}/validate`);
    expect(body.valid).toBe(false);
    expect(body.problems).toContainEqual(
      expect.objectContaining({
        code: "missing_config",
        severity: "error",
        stepId: "lost",
        pointer: "/steps/1/config/operations",
      }),
    );
    expect(body.problems).toContainEqual(
      expect.objectContaining({ code: "unreachable", severity: "warning", stepId: "lost" }),
    );
    const fine = await waiting("Fine");
    expect((await v1<V1Validation>(`POST /${fine.id}/validate`)).body).toEqual({ valid: true, problems: [] });
  });

  test("a sample customer goes through the steps, waits are skipped, and nothing is stored", async () => {
    const { id } = await waiting("Tried");
    const { status, body } = await v1<V1TestRun>(`POST /${id}/test`, { person: { traits: { plan: "pro" } } });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.steps.map(({ toStepId }) => toStepId)).toContain("step_wait_3d");
    expect(body.outcome).toMatchObject({ status: "completed" });
    const unfinished = await create();
    expect((await v1(`POST /${unfinished.id}/test`)).body.errors).toContainEqual(
      expect.objectContaining({ pointer: "/steps/3/config/defaultTargetStepId" }),
    );
  });
});

describe("who enters", () => {
  const enrolled = async (id: string) =>
    (await api.call<{ meta: { total: number } }>(`GET /api/journeys/${id}/enrollments`)).body.meta.total;
  const segment = async (name: string, people: readonly string[]) => {
    const { body } = await api.call<{ data: { id: string; key: string } }>("POST /api/segments", { body: { name } });
    const add = (personIds: readonly string[]) =>
      api.call(`POST /api/segments/${body.data.id}/members`, { body: { personIds } });
    expect((await add(people)).status).toBeLessThan(300);
    await settle(api);
    return { key: body.data.key, add };
  };

  test("members of any of the segments enter when it is activated, and so does who joins one later", async () => {
    const [ada = "", bob = "", cid = ""] = await track(api, "seen", ["ada", "bob", "cid"]);
    const first = await segment("Loan interested", [ada]);
    const second = await segment("Loan asked", []);
    const entryConditions = { segments: [first.key, second.key] };
    const { id } = await waiting("By segment", { entryConditions });
    await put(id, { status: "active" });
    await settle(api);
    expect(await enrolled(id)).toBe(1);
    await second.add([bob, ada]);
    await settle(api);
    expect(await enrolled(id)).toBe(2);
    expect(cid).not.toBe("");
  });

  test("an event enters who is in a segment, and nobody twice within the days since the last journey", async () => {
    const [dora = ""] = await track(api, "seen", ["dora", "erik"]);
    const { key } = await segment("Event segment", [dora]);
    const entryConditions = { segments: [key], event: "applied", minDaysSinceLastJourney: 30 };
    const first = await waiting("By event", { entryConditions });
    await put(first.id, { status: "active" });
    await track(api, "applied", ["dora", "erik"]);
    expect(await enrolled(first.id)).toBe(1);
    const other = await waiting("By event too", { entryConditions: { event: "asked", minDaysSinceLastJourney: 30 } });
    await put(other.id, { status: "active" });
    await track(api, "asked", ["dora", "erik"]);
    expect(await enrolled(other.id)).toBe(1);
  });
});

test("a journey drawn elsewhere is answered as steps, and what steps cannot say is listed", async () => {
  const nodes = [
    { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } },
    { type: "WAIT_FOR_EVENT", name: "asked", config: { eventName: "asked", timeout: "3d" } },
    { type: "EXIT", name: "exit", config: {} },
  ];
  const edges = [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2 },
  ];
  const drawn = await api.call<{ data: { id: string } }>("POST /api/journeys", {
    body: { name: "Drawn", siteId: api.siteId, nodes, edges },
  });
  const { body } = await v1<Answered<V1JourneyDetail>>(`GET /${drawn.body.data.id}`);
  expect(body.steps).toEqual([{ id: "asked", type: "wait", config: { duration: 0, unit: "minutes" } }]);
  expect(body.losses).toContainEqual(expect.objectContaining({ stepId: "asked", field: "type" }));
  expect((await put(body.id, { maxDuration: 9 })).status).toBe(200);
  const kept = await api.call<{ data: { nodes: unknown[] } }>(`GET /api/journeys/${body.id}`);
  expect(kept.body.data.nodes).toMatchObject(nodes);
});
