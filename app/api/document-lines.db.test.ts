import { beforeAll, describe, expect, test } from "vitest";
import { setFirstPassword } from "#services/accounts";
import { addMember } from "./testing/members.ts";
import { openPlace, type Place } from "./testing/place.ts";
import { later, onEvent, published, settle, track } from "./testing/walk.ts";

/** Lines of the documents that no other test goes through. */

type Journey = Record<string, unknown> & { readonly id: string; readonly status: string };
type Enrollments = { readonly data: readonly { readonly status: string; readonly endUserId: string }[] };

let place: Place;
let bearer: string;
beforeAll(async () => {
  place = await openPlace();
  bearer = place.secretKey;
});

/** As the native and the v1 API are called. */
const call = <Body>(request: string, body?: unknown, key = bearer) =>
  place.call<Body>(request, {
    headers: { "Api-Key": "", authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { body }),
  });

describe("001", () => {
  test("a token for an email address and a password opens the API", async () => {
    const userId = await addMember(place, "editor");
    const person = { email: "ada@lovelace.example", password: "a long enough password", name: "Ada" };
    await setFirstPassword(userId, person);
    const { body } = await call<{ data: { token: string } }>(
      "POST /api/auth/token",
      { email: person.email, password: person.password },
      "",
    );
    expect(body.data.token.split(".")).toHaveLength(3);
    expect((await call("GET /api/journeys", undefined, body.data.token)).status).toBe(200);
    expect((await call("GET /api/journeys", undefined, "")).status).toBe(401);
  });

  test("the list and one journey have the fields of the response, and one has its audience", async () => {
    await call("POST /api/segments", { key: "aud_xyz", name: "Newcomers" });
    const made = await call<{ data: Journey }>("POST /api/journeys", {
      ...{ name: "New User Onboarding", siteId: place.siteId, audienceId: "aud_xyz", settings: {} },
      description: "Guide new users through core features",
    });
    const { id } = made.body.data;
    const list = await call<{ data: Journey[]; meta: object }>("GET /api/journeys?page=1&limit=20");
    expect(list.body.meta).toMatchObject({ page: 1, limit: 20, total: expect.any(Number), totalPages: 1 });
    const fields = {
      ...{ name: "New User Onboarding", description: "Guide new users through core features", status: "DRAFT" },
      ...{ siteId: place.siteId, settings: {}, goalConfig: null, createdAt: expect.any(String) },
      updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      _count: expect.objectContaining({ nodes: 0, edges: 0, enrollments: 0 }),
    };
    const listed = list.body.data.find((one) => one.id === id);
    expect(listed).toMatchObject(fields);
    const one = (await call<{ data: Journey }>(`GET /api/journeys/${id}`)).body.data;
    expect(one).toMatchObject({ ...fields, nodes: [], edges: [], audience: { key: "aud_xyz", name: "Newcomers" } });
    expect(one.audienceId).toBe(listed?.audienceId);
  });

  test("the label of an edge is kept with the canvas", async () => {
    const nodes = [
      { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} }, position: { x: 0, y: 0 } },
      { type: "CONTENT", contentId: "flow_abc", config: { contentType: "flow" }, position: { x: 220, y: 0 } },
    ];
    const made = await call<{ data: Journey }>("POST /api/journeys", { name: "Labelled", siteId: place.siteId });
    const edges = [{ sourceNodeId: 0, targetNodeId: 1, label: "Start" }];
    await call(`PUT /api/journeys/${made.body.data.id}/canvas`, { nodes, edges });
    const { body } = await call<{ data: Journey }>(`GET /api/journeys/${made.body.data.id}`);
    expect(body.data).toMatchObject({
      edges: [{ label: "Start" }],
      nodes: [{ type: "TRIGGER" }, { contentId: "flow_abc" }],
    });
  });

  test("after unpublish it is a draft: nobody enters, and who is inside goes on to the end", async () => {
    const api = { ...place, call: ((request, options) => call(request, options?.body)) as Place["call"] };
    const wait = { type: "WAIT", name: "wait", config: { duration: "1d" } };
    const { id } = await published(api, [onEvent("app.signed_up"), wait, { type: "EXIT", name: "end" }]);
    await track(api, "app.signed_up", ["inside"]);
    const { body } = await call<{ data: Journey }>(`POST /api/journeys/${id}/unpublish`);
    expect(body.data.status).toBe("DRAFT");
    await track(api, "app.signed_up", ["late"]);
    const inside = async () =>
      (await call<Enrollments>(`GET /api/journeys/${id}/enrollments`)).body.data.map(({ status }) => status);
    expect(await inside()).toEqual(["ACTIVE"]);
    await later(api, 25 * 3_600_000);
    expect(await inside()).toEqual(["COMPLETED"]);
  });
});

test("002: archiving exits everybody inside at once", async () => {
  const steps = [{ id: "hold", type: "wait", config: { duration: 3, unit: "days" } }];
  const entryConditions = { event: "app.asked" };
  const { body } = await call<{ id: string }>("POST /api/v1/journeys", { name: "Nurture", steps, entryConditions });
  await call(`PUT /api/v1/journeys/${body.id}`, { status: "active" });
  await track(place, "app.asked", ["ada", "bob"]);
  await call(`PUT /api/v1/journeys/${body.id}`, { status: "archived" });
  const { data } = (await call<Enrollments>(`GET /api/journeys/${body.id}/enrollments`)).body;
  expect(data.map(({ status }) => status)).toEqual(["STOPPED", "STOPPED"]);
});

test("003: until machineConfig is set, an execution completes immediately with no actions taken", async () => {
  await track(place, "app.seen", ["ada"]);
  const { id } = await place.ask("POST ", { name: "Not made yet", trigger_event: "manual" });
  const run = await place.call<{ triggered: number }>(`POST ${place.path}/${id}/run`);
  expect(run.body.triggered).toBeGreaterThan(0);
  await settle(place);
  const { data } = (await call<Enrollments>(`GET /api/journeys/${id}/enrollments`)).body;
  expect(data).toHaveLength(run.body.triggered);
  expect(new Set(data.map(({ status }) => status))).toEqual(new Set(["COMPLETED"]));
});
