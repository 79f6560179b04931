import { beforeAll, expect, test } from "vitest";
import type { Operation } from "#services/operations";
import type { Person } from "#services/people";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { signSessionFor } from "./testing/members.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Answer = { data: { operation: Operation } };
type Refused = { code: string; detail: string; errors?: { pointer: string }[]; people?: number };

let api: ApiFixture;
let journey: Walked;
let people: string[];
let segment: string;
beforeAll(async () => {
  api = await apiFixture();
  journey = await published(api, [
    onEvent("never"),
    { type: "WAIT", name: "w", config: { duration: "9d" } },
    { type: "EXIT", name: "end" },
  ]);
  people = await track(api, "seen", ["ada", "ben", "cleo", "dan"], { traits: {} });
  const body = { name: "By hand", kind: "static" };
  segment = (await api.call<{ data: { id: string } }>("POST /api/segments", { body })).body.data.id;
});

const change = async (body: object) => {
  const answer = await api.call<Answer>("POST /api/people/changes", { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  await settle(api);
  const { operation } = answer.body.data;
  return (await api.call<{ data: Operation }>(`GET /api/operations/${operation.id}`)).body.data;
};
const refused = async (body: object) => {
  const { status, body: found } = await api.call<Refused>("POST /api/people/changes", { body });
  return { status, ...found };
};
const known = async (query = "") => {
  const { data } = (await api.call<{ data: Person[] }>(`GET /api/people?limit=100${query}`)).body;
  return data.map(({ externalId }) => externalId).sort();
};
const inside = async () => {
  const found = await api.call<{ data: { status: string }[] }>(`GET /api/journeys/${journey.id}/enrollments?limit=100`);
  return found.body.data.map(({ status }) => status).sort();
};

test("listed people, and then all who match a filter, get a tag and lose it", async () => {
  const listed = { personIds: people.slice(0, 2) };
  expect(await change({ ...listed, change: { type: "tag", tag: "vip" } })).toMatchObject({
    ...{ kind: "change_people", status: "done", done: 2, total: 2 },
  });
  expect(await known("&tag=vip")).toEqual(["ada", "ben"]);
  expect(await change({ filter: { tag: "vip", search: "ada" }, change: { type: "untag", tag: "vip" } })).toMatchObject({
    done: 1,
  });
  expect(await known("&tag=vip")).toEqual(["ben"]);
});

test("a member who does not see addresses changes whom their list shows, and finds nobody out", async () => {
  const cookie = await signSessionFor(api, "editor");
  const headers = { cookie, origin: "http://localhost" };
  const masking = { traits: ["email"], upTo: "editor" };
  const owner = { cookie: await signSessionFor(api, "owner"), origin: "http://localhost" };
  const keep = (settings: object) => api.call("PATCH /api/workspace", { key: "", headers: owner, body: { settings } });
  await keep({ masking });
  const ask = (search: string, change: object) =>
    api.call<{ people?: number; data?: { operation: Operation } }>("POST /api/people/changes", {
      ...{ key: "", headers, body: { filter: { search }, change } },
    });
  const guessed = await ask("ad", { type: "erase", people: 1_000 });
  expect(JSON.stringify(guessed.body)).not.toMatch(/[1-9] (?:person|people) match/);
  const whole = await ask("ada", { type: "tag", tag: "whole" });
  expect(whole.body.data?.operation.total).toBe(1);
  await settle(api);
  expect(await known("&tag=whole")).toEqual(["ada"]);
  await keep({ masking: null });
});

test("a filter puts people into a segment made by hand; one by rules is refused at its field", async () => {
  await change({ filter: {}, change: { type: "add_to_segment", segmentId: segment } });
  expect(await known(`&segmentId=${segment}`)).toEqual(["ada", "ben", "cleo", "dan"]);
  await change({
    filter: { segmentId: segment, tag: "vip" },
    change: { type: "remove_from_segment", segmentId: segment },
  });
  expect(await known(`&segmentId=${segment}`)).toEqual(["ada", "cleo", "dan"]);
  const rules = { all: [{ field: "traits.plan", op: "eq", value: "pro" }] };
  const body = { name: "By rules", kind: "rules", rules };
  const { data } = (await api.call<{ data: { id: string } }>("POST /api/segments", { body })).body;
  const found = await refused({ filter: {}, change: { type: "add_to_segment", segmentId: data.id } });
  expect([found.status, found.errors?.[0]?.pointer]).toEqual([422, "/change/segmentId"]);
});

test("people enter a journey and are taken out of it again; others in it stay", async () => {
  await change({ filter: { segmentId: segment }, change: { type: "enroll", journeyId: journey.id } });
  expect(await inside()).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
  await change({ personIds: people.slice(0, 1), change: { type: "take_out", journeyId: journey.id } });
  expect(await inside()).toEqual(["ACTIVE", "ACTIVE", "STOPPED"]);
});

test("erasing needs the number of people, and erases exactly those who match", async () => {
  const filter = { segmentId: segment, search: "cleo" };
  const found = await refused({ filter, change: { type: "erase", people: 2 } });
  expect([found.status, found.people]).toEqual([409, 1]);
  expect(await known()).toHaveLength(4);
  const operation = await change({ filter, change: { type: "erase", people: 1 } });
  expect(operation).toMatchObject({ kind: "erase", done: 1, total: 1 });
  const both = { personIds: [people[0], people[3]], change: { type: "erase", people: 2 } };
  expect(await change(both)).toMatchObject({ done: 2, total: 2 });
  expect(await known()).toEqual(["ben"]);
});

test("each mistake is named at its field: nobody chosen, both ways at once, unknown people, an unknown change", async () => {
  const tag = { type: "tag", tag: "x" };
  const pointers = async (body: object) => (await refused(body)).errors?.map(({ pointer }) => pointer);
  expect(await pointers({ change: tag })).toEqual(["/personIds"]);
  expect(await pointers({ personIds: people, filter: {}, change: tag })).toEqual(["/personIds"]);
  expect(await pointers({ personIds: [crypto.randomUUID()], change: tag })).toEqual(["/personIds/0"]);
  expect(await pointers({ filter: {}, change: { type: "promote" } })).toEqual(["/change/type"]);
  expect(await pointers({ filter: {}, change: { type: "tag", tag: " " } })).toEqual(["/change/tag"]);
});
