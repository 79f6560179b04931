import { afterAll, beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { type Engine, startEngine } from "#runtime";
import type { EnrollOutcome, EnrollPreview } from "#services/enrollments";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { until } from "./testing/until.ts";

type One<Item> = { data: Item };
type Many<Item> = { data: Item[]; meta: { total: number } };
/** The answer with one result per person, and its report. */
type Named = Extract<z.infer<typeof EnrollOutcome>, { enrollments: unknown }>;
type Preview = z.infer<typeof EnrollPreview>;

let api: ApiFixture;
let engine: Engine;
beforeAll(async () => {
  api = await apiFixture();
  engine = startEngine(api.database, { outbox: false });
});
afterAll(() => engine?.stop());

/** A published journey that people enter by hand and wait in. */
const publish = async (): Promise<{ id: string }> => {
  const nodes = [
    { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
    { type: "WAIT", name: "pause", config: { duration: "30d" } },
    { type: "EXIT" },
  ];
  const edges = [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2 },
  ];
  const { body } = await api.call<One<{ id: string }>>("POST /api/journeys", {
    body: { name: "By hand", siteId: api.siteId, nodes, edges },
  });
  expect((await api.call(`POST /api/journeys/${body.data.id}/publish`)).status).toBe(200);
  return body.data;
};
const person = async (externalId: string) =>
  (await api.call<One<{ id: string }>>("POST /api/people", { body: { externalId } })).body.data.id;

test("S26: before enrolling it is told how many people are named, how many have an address, and who is not known", async () => {
  const journey = await publish();
  const preview = async (body: Record<string, unknown>) =>
    (await api.call<One<Preview>>(`POST /api/journeys/${journey.id}/enrollments/preview`, { body })).body.data;
  await person("s26-none");
  await api.call("POST /api/people", { body: { externalId: "s26-mail", traits: { email: "s26@example.com" } } });
  await until(async () => (await preview({ people: [{ userId: "s26-mail" }] })).withEmail === 1);
  const people = [{ userId: "s26-none" }, { userId: "s26-mail" }, { userId: "s26-nobody" }, { userId: "s26-mail" }];
  expect(await preview({ people })).toEqual({
    people: 2,
    withEmail: 1,
    unknown: { count: 1, first: [{ place: 3, userId: "s26-nobody" }] },
  });
  expect(await api.call("GET /api/people/s26-nobody")).toMatchObject({ status: 404 });
});

test("S26: one unknown person refuses nobody where the caller says so: they are left out, or created", async () => {
  const journey = await publish();
  await person("s26-known");
  const enrolled = async (body: Record<string, unknown>) =>
    await api.call<One<Named>>(`POST /api/journeys/${journey.id}/enrollments`, { body });
  const people = [{ userId: "s26-known" }, { userId: "s26-new" }, { userId: "s26-new" }];
  expect((await enrolled({ people })).status).toBe(422);

  const skipped = (await enrolled({ people, unknown: "skip" })).body.data;
  expect(skipped).toMatchObject({ unknown: { count: 2 }, created: 0, enrollments: [{ status: "ACTIVE" }] });
  const ours = [...people, { personId: crypto.randomUUID() }];
  const created = (await enrolled({ people: ours, unknown: "create" })).body.data;
  expect(created).toMatchObject({ created: 1, unknown: { count: 1, first: [{ place: 4 }] } });
  expect(created.enrollments.map(({ status }) => status).sort()).toEqual(["ACTIVE", "NOT_ENROLLED"]);
  expect((await enrolled({ people: [{ userId: "s26-nobody" }], unknown: "skip" })).body.data.enrollments).toEqual([]);
});

test("S26: of a small segment, too, it is told who got in, who did not, and why", async () => {
  const journey = await publish();
  const segment = await api.call<One<{ id: string }>>("POST /api/segments", {
    body: { key: "s26_few", name: "Few", kind: "static" },
  });
  const ids = [await person("s26-in"), await person("s26-again")];
  await api.call(`POST /api/journeys/${journey.id}/enrollments`, { body: { people: [{ userId: "s26-again" }] } });
  const path = `/api/segments/${segment.body.data.id}`;
  await api.call(`POST ${path}/members`, { body: { personIds: ids } });
  await until(async () => (await api.call<Many<unknown>>(`GET ${path}/members`)).body.meta.total === 2);
  const { data } = (
    await api.call<One<Named>>(`POST /api/journeys/${journey.id}/enrollments`, {
      body: { segmentId: "s26_few", each: true },
    })
  ).body;
  expect(new Set(data.enrollments.map(({ status, reason }) => reason ?? status))).toEqual(
    new Set(["ACTIVE", "already_in"]),
  );
});
