import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { newId, shardOf } from "#db";
import { ingest, noteFindings } from "#runtime";
import { PersonExportLine } from "#services/people";
import type { JourneyStats } from "#services/stats";
import { schema, TABLES } from "#store";
import { appendSignals } from "#store/inbox";
import { recordMessageEvents } from "#store/message-events";
import { setPreferences } from "#store/preferences";
import { setSubscription } from "#store/subscriptions";
import { readSuppressions, recordSuppression } from "#store/suppressions";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { until } from "./testing/until.ts";
import { onEvent, published, settle, track } from "./testing/walk.ts";

type Operation = {
  id: string;
  status: string;
  done: number;
  total: number;
  result: { erased: Record<string, number> };
};

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const wait = { type: "WAIT", name: "wait", config: { duration: "10d" } };
const exit = { type: "EXIT", name: "end", config: {} };
const mail = { type: "CONTENT", name: "mail", contentId: "hello", config: { contentType: "email" } };
const split = { type: "SPLIT", name: "split", config: { sticky: true } };
const statsOf = async (id: string) =>
  (await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${id}/stats`)).body.data;
const erase = (id: string, key?: string) =>
  api.call<{ data: { operation: Operation } }>(`DELETE /api/people/${id}`, key ? { key } : {});
const isDone = async (id: string) => {
  await settle(api);
  return (await api.call<{ data: Operation }>(`GET /api/operations/${id}`)).body.data.status === "done";
};

/** Every table, partitions and those beside the public schema included, whose rows spell out any of the words. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const tables = await api.database.sql<{ space: string; name: string }[]>`
    select table_schema as space, table_name as name from information_schema.tables
    where table_schema in ('public', 'sojourn') and table_type = 'BASE TABLE'`;
  expect(tables.length).toBeGreaterThan(30);
  const found: string[] = [];
  for (const { space, name } of tables) {
    const [row] = await api.database.sql<{ rows: number }[]>`
      select count(*)::int as rows from ${api.database.sql(`${space}.${name}`)} as t
      where exists (select from unnest(${[...words]}::text[]) as word where strpos(lower(t::text), lower(word)) > 0)`;
    if (row && row.rows > 0) found.push(name);
  }
  return found;
}

type Line = z.infer<typeof PersonExportLine>;

/** The lines of the export of a person. */
async function exported(id: string): Promise<Line[]> {
  const answer = await send("GET", `/api/people/${id}/export`, { key: api.secretKey });
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).trimEnd().split("\n");
  return lines.map((line) => PersonExportLine.parse(JSON.parse(line)));
}

/** The name of a table without the partition. */
const wholeTable = (name: string): string =>
  name === "tracked" ? "sojourn.tracked" : name.replace(/_(default|\d{8})$/, "");

const ADA = { userId: "ada-lovelace-77", anonymousId: "anon-ada-77" };
const EMAIL = "Ada.Lovelace@Example.org";

/** A person with rows in every table that can hold them. */
async function someone(): Promise<{ personId: string; tombstone: string; journeyId: string; other: string }> {
  const { workspaceId, database } = api;
  await api.call("POST /api/content", {
    body: { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>Hi</p>" },
  });
  const goalConfig = { type: "event", config: { eventName: "bought" }, exitOnGoal: false };
  const journey = await published(api, [onEvent("in"), split, mail, wait, exit], { goalConfig });
  const ended = await published(api, [onEvent("in"), exit]);
  const held = await published(api, [onEvent("in"), wait, exit]);
  const event = { workspaceId, type: "track" as const };
  await ingest(database, [{ ...event, anonymousId: ADA.anonymousId, event: "looked", messageId: `m-${EMAIL}-1` }]);
  await settle(api);
  await track(api, "in", [ADA.userId, "bob"]);
  await ingest(database, [
    { workspaceId, type: "identify", ...ADA, traits: { email: EMAIL, name: "Ada" } },
    { ...event, userId: ADA.userId, event: "bought", properties: { to: EMAIL }, messageId: `m-${EMAIL}-2` },
  ]);
  await settle(api);
  await track(api, "in", [ADA.userId]);
  const people = await database.sql<{ id: string; merged: string | null }[]>`
    select id, merged_into as merged from people where external_id = ${ADA.userId} or merged_into is not null`;
  const personId = people.find((row) => row.merged === null)?.id ?? "";
  const tombstone = people.find((row) => row.merged === personId)?.id ?? "";
  await api.call(`PATCH /api/people/${personId}`, { body: { addTags: ["vip"] } });
  const segment = await api.call<{ data: { id: string } }>("POST /api/segments", {
    body: { name: "List", key: "list" },
  });
  await api.call(`POST /api/segments/${segment.body.data.id}/members`, { body: { personIds: [personId] } });
  await api.call(`PUT /api/people/${personId}/devices`, { body: { token: `app-${ADA.userId}`, platform: "ios" } });
  await api.call(`PUT /api/accounts/${ADA.userId}`, { body: { tier: "gold" } });
  await api.call("PUT /api/orders/o-77", { body: { externalId: ADA.userId, status: "open" } });
  await api.call("POST /api/campaigns", { body: { name: "For Ada", kind: "private", personId, status: "active" } });
  await settle(api);
  await api.call(`POST /api/journeys/${held.id}/pause`, { body: { pauseMode: "queue" } });
  const place = { workspaceId, journeyId: held.id, shard: shardOf(personId) };
  await database.orm.insert(schema.queuedActions).values({
    ...place,
    id: newId(),
    personId,
    enrollmentId: newId(),
    epoch: 1,
    at: new Date(),
    effect: { type: "patch", patch: { traits: { email: EMAIL } } },
  });
  await database.orm.insert(schema.surveyResponses).values({
    ...{ shard: shardOf(personId), id: newId(), workspaceId, surveyId: newId(), revision: 1, personId, source: "link" },
    ...{ answers: { why: { value: `Write to ${EMAIL}`, at: 1 } }, startedAt: new Date(), updatedAt: new Date() },
  });
  await database.orm.insert(schema.alerts).values({
    ...place,
    id: newId(),
    code: "depth_limit",
    text: "A chain of journeys was cut off.",
    count: 1,
    detail: { personId },
    at: new Date(),
  });
  await database.orm.insert(schema.operations).values({
    id: newId(),
    workspaceId,
    journeyId: ended.id,
    kind: "enroll",
    status: "done",
    input: { personIds: [personId, newId()] },
  });
  await database.orm.insert(schema.idempotencyKeys).values({
    workspaceId,
    key: "a key",
    fingerprint: "f",
    body: JSON.stringify({ data: { id: personId } }),
  });
  await database.sql`
    insert into sojourn.tracked (workspace_id, person, event, properties, fault)
    values (${workspaceId}, ${ADA.userId}, 'late', '{}', 'kept aside')`;
  const refused = {
    workspaceId,
    reason: "invalid" as const,
    path: ["event"],
    message: "name the event",
    door: "/v1/track",
  };
  await noteFindings(database, [
    { ...refused, input: { userId: ADA.userId, event: "" } },
    { ...refused, input: { anonymousId: "somebody", event: "", properties: { to: EMAIL } } },
    { ...refused, input: { userId: "bob", event: "" } },
  ]);
  await appendSignals(database.sql, [
    { workspaceId, personId, kind: "patch", payload: { patch: { traits: { email: EMAIL } }, source: "api" } },
  ]);
  await recordSuppression(database.sql, {
    workspaceId,
    channel: "email",
    address: EMAIL,
    reason: "complaint",
    source: "test",
  });
  await database.sql.begin(async (sql) => {
    const of = { workspaceId, personId, source: "test" };
    await setSubscription(sql, { ...of, topic: "*", channel: "*", state: "unsubscribed" });
    await setPreferences(sql, { ...of, answers: { trackOpens: false } });
  });
  await addDirectMessage(personId);
  const bob = await database.sql<{ id: string }[]>`select id from people where external_id = 'bob'`;
  return { personId, tombstone, journeyId: journey.id, other: bob[0]?.id ?? "" };
}

/** A message without a journey, with a report that repeats the address. */
async function addDirectMessage(personId: string): Promise<void> {
  const { workspaceId, database } = api;
  const receipt = {
    type: "email",
    slug: "receipt",
    name: "Receipt",
    subject: "Hi",
    html: "<p>Hi</p>",
    transactional: true,
  };
  await api.call("POST /api/content", { body: receipt });
  const body = { to: { personId }, content: "receipt", variables: { to: EMAIL } };
  const sent = await api.call<{ data: { id: string } }>("POST /api/messages", { body });
  const report = { workspaceId, deliveryId: sent.body.data.id, kind: "bounced", at: Date.now(), key: "1" } as const;
  await database.sql.begin((sql) => recordMessageEvents(sql, [{ ...report, detail: { reason: EMAIL } }]));
}

test("R40: afterwards no table and no partition holds the person's ids or e-mail, and the counters stay", async () => {
  const { personId, tombstone, journeyId, other } = await someone();
  const words = [personId, tombstone, ADA.userId, ADA.anonymousId, EMAIL];
  const before = await tablesWith(words);
  expect(before).toEqual(
    expect.arrayContaining(
      "people identities events_default enrollments positions history_default deliveries conversions segment_members"
        .concat(" person_changes queued_actions inbox near_misses message_ids_default audit_log operations alerts")
        .concat(" idempotency_keys tracked split_choices exposures refused_messages")
        .concat(" subscriptions preferences consent_changes suppressions message_events")
        .split(" "),
    ),
  );
  const lines = await exported(ADA.userId);
  const first = lines[0];
  const last = lines.at(-1);
  if (first?.kind !== "person" || last?.kind !== "end") throw new Error("The export is not whole.");
  const unknown = before.map(wholeTable).filter((name) => !(last.tables[name] || name in first.leftOut));
  expect(unknown).toEqual([]);
  const text = JSON.stringify(lines);
  expect(text).toContain(tombstone);
  expect(text).not.toContain('"bob"');
  expect(lines.find((line) => line.kind === "row" && line.table === "history")).toMatchObject({
    row: { hops: expect.arrayContaining([expect.objectContaining({ cause: expect.any(String) })]) },
  });
  const counted = await statsOf(journeyId);
  const { status, body } = await erase(personId);
  expect(status, JSON.stringify(body)).toBe(202);
  expect(body.data.operation).toMatchObject({ kind: "erase", total: 1 });
  await until(() => isDone(body.data.operation.id));
  const { erased } = (await api.call<{ data: Operation }>(`GET /api/operations/${body.data.operation.id}`)).body.data
    .result;
  expect(Object.keys(erased).sort()).toEqual(
    Object.entries(TABLES)
      .flatMap(([name, entry]) => (entry.erase === "none" ? [] : [name]))
      .sort(),
  );
  // Positions went when the enrollments were ended.
  const others = ["operation_shards", "people_import_parts", "positions"];
  for (const table of ["events", "deliveries", "enrollments", "people"])
    expect([table, erased[table]]).toEqual([table, last.tables[table]]);
  // Ending what ran was a transition each, which went with the others.
  expect(erased.history).toBeGreaterThan(last.tables.history ?? 0);
  expect(before.map(wholeTable).filter((name) => !erased[name] && !others.includes(name))).toEqual([]);
  expect(await tablesWith(words)).toEqual([]);
  expect(await tablesWith(["bob"])).toContain("refused_messages");
  // Its hash stays, so that nothing is sent there again.
  const address = { workspaceId: api.workspaceId, channel: "email", address: EMAIL } as const;
  expect(await readSuppressions(api.database.sql, [address])).toMatchObject([[{ reason: "complaint" }]]);
  expect((await api.call(`GET /api/people/${personId}`)).status).toBe(404);
  expect((await api.call(`GET /api/people/${other}`)).status).toBe(200);

  const after = await statsOf(journeyId);
  expect(after.totals.enrolled).toBe(counted.totals.enrolled);
  expect(after.totals.converted).toBe(counted.totals.converted);
  expect(after.totals).toMatchObject({ active: counted.totals.active - 1, stopped: counted.totals.stopped + 1 });
  const waiting = (stats: typeof after) => stats.nodes.reduce((sum, node) => sum + node.waiting, 0);
  expect(waiting(after)).toBe(after.totals.active);

  await track(api, "in", [ADA.userId]);
  const again = await api.database.sql`select id from people where external_id = ${ADA.userId}`;
  expect(again).toHaveLength(1);
  expect(again[0]?.id).not.toBe(personId);
});

test("R40: what was on its way in during the erasure is taken by its second pass", async () => {
  const [personId = ""] = await track(api, "in", ["late-comer"]);
  const { body } = await erase(personId);
  await settle(api);
  const { workspaceId, database } = api;
  expect((await api.call(`GET /api/people/${personId}`)).status).toBe(404);
  // A request that had found the person before they went commits only now.
  await database.orm.insert(schema.events).values({
    shard: shardOf(personId),
    receivedAt: new Date(),
    id: newId(),
    workspaceId,
    personId,
    name: "app.late",
    timestamp: new Date(),
  });
  await until(() => isDone(body.data.operation.id));
  expect(await tablesWith([personId, "late-comer"])).toEqual([]);
});

test("every table that knows people is known to the erasure", async () => {
  const rows = await api.database.sql<{ name: string }[]>`
    select distinct c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    left join pg_inherits i on i.inhrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('person_id', 'enrollment_id') and i.inhrelid is null
    order by 1`;
  const erased = new Set(Object.entries(TABLES).flatMap(([name, { erase }]) => (erase === "none" ? [] : [name])));
  const kept = rows.filter(({ name }) => !erased.has(name));
  expect(rows.length).toBeGreaterThan(25);
  expect(kept).toEqual([]);
});

test("who may not edit may not erase, and nobody else's people can be", async () => {
  const [personId = ""] = await track(api, "in", ["carol"]);
  expect((await erase(personId, api.publishableKey)).status).toBe(403);
  const asked = await send("GET", `/api/people/${personId}/export`, { key: api.publishableKey });
  expect(asked.status).toBe(403);
  const stranger = await apiFixture();
  expect((await stranger.call(`DELETE /api/people/${personId}`)).status).toBe(404);
  expect((await api.call(`GET /api/people/${personId}`)).status).toBe(200);
});
