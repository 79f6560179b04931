import { beforeAll, expect, test } from "vitest";
import type { AuditEntry } from "#services/audit-entries";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";

let api: ApiFixture;
let owner: { key: string; headers: Record<string, string> };
beforeAll(async () => {
  api = await apiFixture();
  owner = {
    key: "",
    headers: { cookie: await signSessionFor(api, "owner"), "x-sojourn-address": "::ffff:203.0.113.7" },
  };
});

type Answer = { data: AuditEntry[]; meta: { nextCursor: string | null; total: number } };
const list = async (query = ""): Promise<Answer> => (await api.call<Answer>(`GET /api/audit-log?${query}`, owner)).body;
const made = async (name: string) =>
  (await api.call<{ data: { id: string } }>("POST /api/topics", { ...owner, body: { name, key: name.toLowerCase() } }))
    .body.data.id;

test("an entry tells who did what to what, from where, with the values before and after", async () => {
  const id = await made("News");
  await api.call(`PATCH /api/topics/${id}`, { ...owner, body: { name: "Letters", defaultOn: true } });
  const [changed, created] = (await list(`subject=${id}`)).data;
  expect(changed).toMatchObject({
    action: "topic.update",
    actor: { kind: "user", name: expect.stringContaining("@") },
    subject: { id, name: "Letters" },
    address: "203.0.113.7",
    detail: { changes: { name: { from: "News", to: "Letters" } } },
  });
  expect(created).toMatchObject({ action: "topic.create", subject: { name: "News" } });
});

test("a deleted object and a revoked key keep the names they had", async () => {
  const created = await api.call<{ data: { id: string; key: string } }>("POST /api/keys", {
    ...owner,
    body: { name: "Shop backend" },
  });
  const { id, key } = created.body.data;
  const segment = await api.call<{ data: { id: string } }>("POST /api/segments", {
    key,
    body: { name: "Lapsed", kind: "static" },
  });
  await api.call(`DELETE /api/segments/${segment.body.data.id}`, { key });
  await api.call(`DELETE /api/keys/${id}`, owner);
  const entries = (await list("search=lapsed")).data;
  expect(entries.map(({ action, actor, subject }) => `${actor.name} ${action} ${subject.name}`)).toEqual([
    "Shop backend segment.delete Lapsed",
    "Shop backend segment.create Lapsed",
  ]);
  expect((await list(`actor=${id}`)).data).toHaveLength(2);
});

test("entries are found by kind and time, in pages and as lines of JSON", async () => {
  for (const name of ["One", "Two", "Three"]) await made(name);
  const first = await list("action=topic&limit=2");
  const second = await list(`action=topic&limit=2&cursor=${first.meta.nextCursor}`);
  const pages = [...first.data, ...second.data];
  expect(new Set(pages.map(({ id }) => id)).size).toBe(4);
  expect(pages.map(({ at }) => at)).toEqual(
    pages
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  );
  expect((await list("from=2100-01-01T00:00:00Z")).data).toEqual([]);
  const exported = await send("GET", "/api/audit-log/export?action=topic.create", owner);
  const lines = (await exported.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as AuditEntry);
  expect(lines.length).toBe((await list("action=topic.create")).meta.total);
  expect(lines[0]?.subject.name).toBe("Three");
});

test("the log is for owners, of their own workspace, and takes nothing unknown", async () => {
  const editor = { key: "", headers: { cookie: await signSessionFor(api, "editor") } };
  expect((await api.call("GET /api/audit-log", editor)).status).toBe(403);
  expect((await api.call("GET /api/audit-log/export", editor)).status).toBe(403);
  const { status, body } = await api.call<{ errors: { field: string }[] }>(
    "GET /api/audit-log?action=Topic!&of=1",
    owner,
  );
  expect(status).toBe(400);
  expect(body.errors.map(({ field }) => field).sort()).toEqual(["action", "of"]);
});
