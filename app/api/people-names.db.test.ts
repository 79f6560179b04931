import { beforeEach, expect, test } from "vitest";
import { newId } from "#db";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type One = { data: { id: string; externalId: string | null } };

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const make = async (externalId: string) =>
  (await api.call<One>("POST /api/people", { body: { externalId } })).body.data;
const get = async (reference: string) =>
  (await api.call<One>(`GET /api/people/${encodeURIComponent(reference)}`)).body.data;

test("a person whose external id is a UUID is found by it, in whatever case it is written there", async () => {
  const external = newId().toUpperCase();
  const made = await make(external);
  expect(await get(external)).toMatchObject({ id: made.id, externalId: external });
  const patched = await api.call(`PATCH /api/people/${external}`, { body: { traits: { plan: "pro" } } });
  expect(patched.status).toBe(200);
  for (const of of ["events", "deliveries", "enrollments"])
    expect((await api.call(`GET /api/people/${external}/${of}`)).status).toBe(200);
  expect((await api.call(`DELETE /api/people/${external}`)).status).toBe(202);
  expect((await api.call(`GET /api/people/${newId()}`)).status).toBe(404);
});

test("nobody hides another person by taking that person's id as their external id", async () => {
  const ada = await make("ada");
  const thief = await make(ada.id);
  expect(await get(ada.id)).toMatchObject({ id: ada.id, externalId: "ada" });
  expect(await get(thief.id)).toMatchObject({ id: thief.id, externalId: ada.id });
});
