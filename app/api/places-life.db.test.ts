import { beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "./testing/place.ts";
import { settle } from "./testing/walk.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await place.message(5, "email");
  await place.message(12, "sms");
});

const done = { done: { type: "final" } };
const MINIMAL = {
  initial: "send_welcome",
  states: { send_welcome: { meta: { type: "send_email", templateId: 5 }, on: { DONE: "done" } }, ...done },
};
const MULTI_STEP = {
  initial: "wait",
  states: {
    wait: { meta: { type: "wait_for_duration", days: 3 }, on: { ELAPSED: "send_sms" } },
    send_sms: { meta: { type: "send_sms", templateId: 12 }, on: { DONE: "done" } },
    ...done,
  },
};

const started = async (trigger_event: string, machine_config: unknown, name: string) => {
  const { id } = await place.ask("POST ", { name, trigger_event, machine_config });
  return place.ask(`POST /${id}/start`);
};

async function enrollmentsOf(id: number): Promise<string[]> {
  await settle(place);
  const rows = await place.database.sql<{ status: string }[]>`
    select e.status from enrollments e join journeys j on j.id = e.journey_id
    where j.number = ${id} and j.workspace_id = ${place.workspaceId} order by e.enrolled_at`;
  return rows.map(({ status }) => status);
}

test("an edit of an active journey is published at once, and people inside stay on their version", async () => {
  const { id } = await started("order.closed", MULTI_STEP, "Edited");
  await place.call("PUT /api/orders/o-4", { body: { externalId: "jane", status: "closed" } });
  expect(await enrollmentsOf(id)).toEqual(["active"]);
  const edited = await place.ask(`PUT /${id}`, { name: "Edited twice", machine_config: MINIMAL });
  expect(edited).toMatchObject({ name: "Edited twice", machineConfig: MINIMAL, active: true });
  await place.call("PUT /api/orders/o-5", { body: { externalId: "kurt", status: "closed" } });
  expect((await enrollmentsOf(id)).sort()).toEqual(["active", "completed"]);
  // One that cannot run is refused, with the state, and nothing changes.
  const loop = {
    initial: "a",
    states: {
      a: { meta: { type: "send_email", templateId: 5 }, on: { DONE: "b" } },
      b: { meta: { type: "send_email", templateId: 5 }, on: { DONE: "a" } },
      ...done,
    },
  };
  const refused = await place.call(`PUT ${place.path}/${id}`, { body: { machine_config: loop } });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "cycle_without_wait" }] } });
  expect(refused.body.errors?.[0]?.pointer).toMatch(/^\/machine_config\/states\/[ab]$/);
  expect(await place.ask(`GET /${id}`)).toMatchObject({ machineConfig: MINIMAL, active: true });
});

test("journeys are listed in pages, by id, with the meta beside them", async () => {
  for (const name of ["One", "Two", "Three"]) await place.ask("POST ", { name, trigger_event: "order.created" });
  const page = await place.call<{ "node.journey_definition": object; meta: { total: number } }>(
    `GET ${place.path}?limit=2&page=2`,
  );
  expect(page.body.meta).toMatchObject({ page: 2, limit: 2, total: expect.any(Number) });
  expect(Object.keys(page.body["node.journey_definition"])).toHaveLength(2);
});

test("a journey drawn on the canvas since answers with its steps as they are now", async () => {
  const { id } = await place.ask("POST ", {
    name: "Drawn on",
    trigger_event: "order.updated",
    machine_config: MINIMAL,
  });
  const { body } = await place.call<{ data: { nodes: { name: string }[]; edges: object[] } }>(
    `GET /api/journeys/${id}`,
  );
  const nodes = body.data.nodes.map((node) => (node.name === "send_welcome" ? { ...node, name: "greet" } : node));
  expect((await place.call(`PUT /api/journeys/${id}/canvas`, { body: { nodes, edges: body.data.edges } })).status).toBe(
    200,
  );
  expect((await place.ask(`GET /${id}`)).machineConfig).toEqual({
    initial: "greet",
    states: { greet: MINIMAL.states.send_welcome, ...done },
  });
});

test("a journey is deleted with all its executions", async () => {
  const { id } = await started("order.closed", MULTI_STEP, "To delete");
  await place.call("PUT /api/orders/o-6", { body: { externalId: "lena", status: "closed" } });
  expect(await enrollmentsOf(id)).toEqual(["active"]);
  expect((await place.call(`DELETE ${place.path}/${id}`)).status).toBe(204);
  expect((await place.call(`GET ${place.path}/${id}`)).status).toBe(404);
  expect(await enrollmentsOf(id)).toEqual([]);
});

test("a manual journey is stored with its published version, or not at all", async () => {
  const { sql } = place.database;
  await sql`create function refuse_version() returns trigger language plpgsql as $$ begin raise exception 'stop here'; end $$`;
  await sql`create trigger refuse_version before insert on versions for each row execute function refuse_version()`;
  const body = { name: "Both or neither", trigger_event: "manual" };
  expect((await place.call(`POST ${place.path}`, { body })).status).toBe(500);
  await sql`drop trigger refuse_version on versions`;
  expect(await sql`select 1 from journeys where name = ${body.name}`).toHaveLength(0);
  expect(await place.ask("POST ", body)).toMatchObject({ active: true });
  expect(await sql`select 1 from journeys where name = ${body.name} and status = 'published'`).toHaveLength(1);
});
