import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import type * as z from "zod";
import type { Enrollment } from "#services/enrollments";
import type { Operation } from "#services/operations";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Row = z.infer<typeof Enrollment>;
type Many<Item> = { data: Item[]; meta: { total: number } };

let api: ApiFixture;
let journey: Walked;
let ids: readonly string[];

/** Of three failed enrollments the first is shown, the second hidden, the third hidden by a process of an older release. */
beforeEach(async () => {
  api = await apiFixture();
  const operations = [{ type: "set_attribute", attribute: "share", expression: "100 / int(traits.parts)" }];
  const divide = { type: "ACTION", name: "divide", config: { operations } };
  journey = await published(api, [onEvent("in"), divide, { type: "EXIT" }]);
  const people = ["shown", "hidden", "hidden before"];
  for (const externalId of people) await api.call("POST /api/people", { body: { externalId, traits: { parts: 0 } } });
  await track(api, "in", people);
  const all = (await list("")).data;
  ids = people.map((person) => all.find(({ endUser }) => endUser.externalId === person)?.id ?? "");
  expect((await api.call(`POST /api/journeys/${journey.id}/enrollments/${ids[1]}/archive`)).status).toBe(200);
  await api.database.sql`update enrollments set status = 'archived' where id = ${ids[2] ?? ""}`;
});

const list = async (query: string) =>
  (await api.call<Many<Row>>(`GET /api/journeys/${journey.id}/enrollments?${query}`)).body;
const listed = async (query: string) => {
  const { data, meta } = await list(query);
  expect(meta.total).toBe(data.length);
  return data.map(({ id }) => ids.indexOf(id)).toSorted();
};
const stored = () => api.database.sql<{ status: string; hidden: boolean }[]>`
  select status, hidden_at is not null as hidden from enrollments order by array_position(${[...ids]}::text[], id::text)`;

test("hidden enrollments keep their outcome, are listed as ARCHIVED only, and count as what they were", async () => {
  expect(await stored()).toEqual([
    { status: "failed", hidden: false },
    { status: "failed", hidden: true },
    { status: "archived", hidden: false },
  ]);
  expect([await listed(""), await listed("status=FAILED"), await listed("status=ARCHIVED")]).toEqual([
    [0],
    [0],
    [1, 2],
  ]);
  expect((await list("status=ARCHIVED")).data.map(({ status }) => status)).toEqual(["ARCHIVED", "ARCHIVED"]);
  const person = await api.call<Many<Row>>("GET /api/people/hidden/enrollments");
  expect(person.body.meta.total).toBe(0);
  const days = await api.call<{ data: { failed: number }[] }>(`GET /api/journeys/${journey.id}/timeseries?days=7`);
  expect(days.body.data.at(-1)?.failed).toBe(3);
  const audit = await api.call<{ data: { accounted: unknown; findings: unknown[] } }>(
    `GET /api/audit?journeyId=${journey.id}`,
  );
  expect(audit.body.data).toMatchObject({ accounted: { failed: 1, archived: 2 }, findings: [] });
});

test("hidden enrollments are not tried again, neither one by one nor with all that failed", async () => {
  for (const id of ids.slice(1))
    expect((await api.call(`POST /api/journeys/${journey.id}/enrollments/${id}/retry`)).status).toBe(409);
  const path = `POST /api/journeys/${journey.id}/enrollments/retry` as const;
  const { body } = await api.call<{ data: { operation: z.infer<typeof Operation> } }>(path, { body: { skip: true } });
  expect(body.data.operation.total).toBe(1);
  await settle(api);
  expect([await listed("status=COMPLETED"), await listed("status=ARCHIVED")]).toEqual([[0], [1, 2]]);
});

test("an update restores what hidden enrollments ended as, and from when on they are hidden", async () => {
  const { sql } = api.database;
  await sql`insert into audit_log (id, workspace_id, actor, action, subject, at)
    values (gen_random_uuid(), ${api.workspaceId}, 'user', 'enrollment.hide', ${ids[2] ?? ""}, '2026-02-01')`;
  const file = readdirSync("drizzle").find((name) => name.endsWith("_enrollments_hidden_data.sql"));
  await sql.unsafe(readFileSync(`drizzle/${file}`, "utf8"));
  expect((await stored())[2]).toEqual({ status: "failed", hidden: true });
  const [row] = await sql`select hidden_at from enrollments where id = ${ids[2] ?? ""}`;
  expect(new Date(String(row?.hidden_at)).toISOString()).toBe("2026-02-01T00:00:00.000Z");
  expect([await listed(""), await listed("status=ARCHIVED")]).toEqual([[0], [1, 2]]);
});
