import { beforeAll, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, pathsOf, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const namesOf = async (person: string) => {
  const { body } = await api.call<{ data: { name: string; properties: object }[] }>(`GET /api/people/${person}/events`);
  return body.data.map(({ name }) => name).reverse();
};

test("each action emits its built-in event, by the person's id or their own, with a body or without", async () => {
  const journey = await published(api, [onEvent("user.waitlist_approved"), { type: "EXIT", name: "welcome" }]);
  const [personId] = await track(api, "came", ["ada"]);
  for (const [action, reference] of [
    ["waitlist", personId],
    ["approve", "ada"],
    ["login", "ada"],
  ])
    expect((await api.call(`POST /api/people/${reference}/${action}`)).status).toBe(200);
  const body = { properties: { device: "phone" } };
  const answer = await api.call<{ data: { name: string; personId: string } }>("POST /api/people/ada/signout", { body });
  expect(answer.body.data).toMatchObject({ name: "user.signout", personId });
  expect(await namesOf("ada")).toEqual([
    "user.created",
    "app.came",
    "user.waitlisted",
    "user.waitlist_approved",
    "user.login",
    "user.signout",
  ]);
  await settle(api);
  expect(await pathsOf(api, journey)).toEqual([["start", "welcome"]]);
});

test("the first call with a user id emits user.created once, with the traits, whichever call it is", async () => {
  const { workspaceId, database } = api;
  await track(api, "looked", ["eve"]);
  await api.call("POST /api/people/eve/login");
  expect((await namesOf("eve")).filter((name) => name === "user.created")).toHaveLength(1);
  const journey = await published(api, [onEvent("user.created"), { type: "EXIT", name: "end" }]);
  await api.call("POST /api/people", { body: { externalId: "kim", traits: { provider: "google" } } });
  await settle(api);
  expect(await pathsOf(api, journey)).toHaveLength(1);
  const [created] = await database.sql`
    select properties from events where workspace_id = ${workspaceId} and name = 'user.created'
    order by received_at desc limit 1`;
  expect(created?.properties).toEqual({ provider: "google" });
});

test("nobody is created, a publishable key may not, and a wrong body is refused with its fields", async () => {
  expect((await api.call("POST /api/people/nobody/login")).status).toBe(404);
  expect((await api.call("POST /api/people/ada/login", { key: api.publishableKey })).status).toBe(403);
  const body = { properties: 7, when: "now" };
  const refused = await api.call<{ errors: { field: string }[] }>("POST /api/people/ada/login", { body });
  expect([refused.status, refused.body.errors.map(({ field }) => field).sort()]).toEqual([422, ["properties", "when"]]);
});

test("devices are listed with the latest first, and can be taken away; erasing a person takes all", async () => {
  const put = (token: string) => api.call("PUT /api/people/ada/devices", { body: { token, platform: "android" } });
  for (const token of ["one", "two", "one"]) expect((await put(token)).status).toBe(200);
  expect((await api.call("PUT /api/people/ada/devices", { body: { token: "a b", platform: "android" } })).status).toBe(
    422,
  );
  const list = async () =>
    (await api.call<{ data: { token: string }[] }>("GET /api/people/ada/devices")).body.data.map(({ token }) => token);
  expect(await list()).toEqual(["one", "two"]);
  expect((await api.call("DELETE /api/people/ada/devices?token=one")).status).toBe(204);
  expect((await api.call("DELETE /api/people/ada/devices?token=one")).status).toBe(404);
  expect(await list()).toEqual(["two"]);
  await api.call("DELETE /api/people/ada");
  await settle(api);
  expect(await api.database.sql`select token from devices`).toHaveLength(0);
});
