import { beforeEach, expect, test } from "vitest";
import type * as z from "zod";
import type { EnrollmentDetail } from "#services/enrollments";
import type { Operation } from "#services/operations";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Detail = z.infer<typeof EnrollmentDetail>;
type Row = { id: string; status: string };

let api: ApiFixture;
let journey: Walked;
beforeEach(async () => {
  api = await apiFixture();
  const operations = [{ type: "set_attribute", attribute: "share", expression: "100 / int(traits.parts)" }];
  const divide = { type: "ACTION", name: "divide", config: { operations } };
  const pause = { type: "WAIT", name: "pause", config: { duration: "30d" } };
  journey = await published(api, [onEvent("in"), divide, pause, { type: "EXIT" }], {
    settings: { reEntry: "restart" },
  });
});

const fail = async (people: string[]) => {
  for (const externalId of people) await api.call("POST /api/people", { body: { externalId, traits: { parts: 0 } } });
  await track(api, "in", people);
};
const enrollments = async () =>
  (await api.call<{ data: Row[] }>(`GET /api/journeys/${journey.id}/enrollments`)).body.data;
const first = async () => (await enrollments())[0]?.id ?? "";
const retry = (id: string, body?: unknown) =>
  api.call<{ data: Detail }>(`POST /api/journeys/${journey.id}/enrollments/${id}/retry`, { body });
const detail = async (id: string) =>
  (await api.call<{ data: Detail }>(`GET /api/journeys/${journey.id}/enrollments/${id}`)).body.data;
const nodeId = (name: string) => journey.nodes.find((node) => node.name === name)?.id ?? "";

test("R36 a failed enrollment runs its step again, and goes on if what was wrong has been put right", async () => {
  await fail(["ada"]);
  const id = await first();
  expect(await detail(id)).toMatchObject({ status: "FAILED", exitReason: "step_failed" });
  await retry(id);
  await settle(api);
  expect((await detail(id)).status).toBe("FAILED");
  await api.call("PATCH /api/people/ada", { body: { traits: { parts: 4 } } });
  await settle(api);
  expect((await retry(id)).status).toBe(200);
  await settle(api);
  expect(await detail(id)).toMatchObject({ status: "ACTIVE", nodeId: nodeId("pause"), exitReason: null });
  const audit = await api.call<{ data: { findings: unknown[] } }>(`GET /api/audit?journeyId=${journey.id}`);
  expect(audit.body.data.findings).toEqual([]);
});

test("R41 why an enrollment failed names the step and its error, and what would move the person", async () => {
  await fail(["ada"]);
  const { body } = await api.call<{ data: { sentence: string; wouldMove: string[] } }>(
    `GET /api/journeys/${journey.id}/explain?enrollmentId=${await first()}`,
  );
  expect(body.data.sentence).toMatch(/: they failed at “divide” \(.*zero.*\)\.$/i);
  expect(body.data.wouldMove[0]).toBe("Retrying “divide” after the cause is fixed, or skipping it.");
});

test("with skip the failed step is passed over", async () => {
  await fail(["ada"]);
  const id = await first();
  expect((await retry(id, { skip: true })).status).toBe(200);
  await settle(api);
  expect(await detail(id)).toMatchObject({ status: "ACTIVE", nodeId: nodeId("pause") });
});

test("only a failed enrollment can be tried again, and not while the person is in the journey again or it is archived", async () => {
  await fail(["ada"]);
  const id = await first();
  await api.call("PATCH /api/people/ada", { body: { traits: { parts: 1 } } });
  await track(api, "in", ["ada"]);
  const again = (await enrollments()).find(({ status }) => status === "ACTIVE")?.id ?? "";
  expect(await retry(again)).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(await retry(id)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining("in the journey again") },
  });
  await api.call(`DELETE /api/journeys/${journey.id}`);
  await settle(api);
  expect(await retry(id)).toMatchObject({ status: 409, body: { detail: expect.stringContaining("archived") } });
  expect((await api.call(`POST /api/journeys/${journey.id}/enrollments/retry`)).status).toBe(409);
});

test("many failed enrollments are tried again by an operation, all or those of one step", async () => {
  await fail(["ada", "grace", "alan"]);
  const path = `POST /api/journeys/${journey.id}/enrollments/retry`;
  const none = await api.call<{ data: { operation: z.infer<typeof Operation> } }>(path, {
    body: { nodeId: nodeId("pause"), skip: true },
  });
  expect([none.status, none.body.data.operation.kind]).toEqual([202, "retry"]);
  await settle(api);
  expect((await enrollments()).map(({ status }) => status)).toEqual(["FAILED", "FAILED", "FAILED"]);
  await api.call(path, { body: { nodeId: nodeId("divide"), skip: true } });
  await settle(api);
  expect((await enrollments()).map(({ status }) => status)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
});

test("bad input is named, and a viewer may not", async () => {
  await fail(["ada"]);
  const id = await first();
  const refused = await retry(id, { skip: "yes" });
  expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, "skip"]);
  const unknown = await retry(id, { force: true });
  expect([unknown.status, unknown.body.errors?.[0]?.field]).toEqual([422, "force"]);
  const bad = await api.call(`POST /api/journeys/${journey.id}/enrollments/retry`, { body: { nodeId: "x" } });
  expect([bad.status, bad.body.errors?.[0]?.field]).toEqual([422, "nodeId"]);
  const cookie = await signSessionFor(api, "viewer");
  const path = `/api/journeys/${journey.id}/enrollments/${id}/retry`;
  expect((await send("POST", path, { headers: { cookie } })).status).toBe(403);
});
