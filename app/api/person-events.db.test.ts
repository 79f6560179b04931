import { beforeAll, expect, it } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

let api: ApiFixture;
let personId: string;

beforeAll(async () => {
  api = await apiFixture();
  const created = await api.call<{ data: { id: string } }>("POST /api/people", { body: { externalId: "ada" } });
  personId = created.body.data.id;
});

it("reports an event as a person under the name that journeys use, and counts it", async () => {
  const body = { name: "bought", properties: { amount: 5 } };
  const sent = await api.call<{ data: { name: string } }>(`POST /api/people/${personId}/events`, { body });
  expect(sent).toMatchObject({ status: 201, body: { data: { name: "app.bought", personId } } });
  const events = await api.call<{ data: object[] }>(`GET /api/people/${personId}/events`);
  expect(events.body.data[0]).toMatchObject({ name: "app.bought", properties: { amount: 5 } });
  const names = await api.call<{ data: object[] }>("GET /api/events/names");
  expect(names.body.data).toContainEqual(expect.objectContaining({ name: "app.bought", count: 1 }));
});

it("names what is missing, and refuses people that there are not", async () => {
  const wrong = await api.call<{ errors: { field: string }[] }>(`POST /api/people/${personId}/events`, {
    body: { name: " ", properties: [] },
  });
  expect(wrong.status).toBe(422);
  expect(wrong.body.errors.map(({ field }) => field).sort()).toEqual(["name", "properties"]);
  expect((await api.call("POST /api/people/nobody/events", { body: { name: "x" } })).status).toBe(404);
});
