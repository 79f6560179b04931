import { beforeAll, describe, expect, test } from "vitest";
import { createRuntime, runOutbox, settleBroadcasts } from "#runtime";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { later, settle } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
  const people = ["ada", "bob", "carl", "dora", "eve"];
  for (const [place, userId] of people.entries()) {
    const zone = place === 1 ? { timezone: "Asia/Tokyo" } : { timezone: "America/New_York" };
    const address = userId === "eve" ? {} : { email: `${userId}@example.test` };
    await api.call("POST /api/people", { body: { externalId: userId, traits: { ...address, ...zone } } });
  }
  await api.call("POST /api/suppressions", { body: { channel: "email", address: "dora@example.test" } });
  await api.call("POST /api/segments", { body: { key: "few", name: "Few" } });
  const members = people.slice(1).map((userId) => ({ userId }));
  await api.call("POST /api/segments/few/members", { body: { people: members } });
  await settle(api);
  await api.call("POST /api/content", {
    body: { type: "email", name: "News", subject: "News", text: "Hi", slug: "news" },
  });
  await api.call("POST /api/content", {
    body: { type: "webhook", name: "Call", body: { url: "https://x.test" }, slug: "call" },
  });
});

type Unsent = { code: string; people: number };
type Detail = {
  id: string;
  journeyId: string;
  status: string;
  startsAt: string;
  operation: { status: string; done: number; total: number };
  reach: { total: number; reachable: number; reasons: Unsent[] };
  result: { entered: number; messages: Record<string, number>; reasons: Unsent[]; final: boolean };
};
const create = (body: object) => api.call<{ data: Detail }>("POST /api/broadcasts", { body });
const get = async (id: string) => (await api.call<{ data: Detail }>(`GET /api/broadcasts/${id}`)).body.data;
const send = async () => {
  await settle(api);
  // An address may come a moment after its person, so a message without one is tried a second time.
  for (const at of [new Date(), new Date(Date.now() + 2 * MINUTE_MS)])
    await runOutbox(createRuntime(api.database, { clock: { kind: "virtual", at }, report: () => {} }));
  await settle(api);
  await settleBroadcasts(api);
};

describe("a broadcast", () => {
  test("tells whom it would reach, is sent once, and keeps what happened to it", async () => {
    const ask = { contentId: "news", segmentId: "few" };
    const preview = await api.call("POST /api/broadcasts/preview", { body: ask });
    expect(preview.body).toMatchObject({ data: { total: 4, reachable: 2, exact: true, unknown: 0 } });
    const { status, body } = await create({ name: "Autumn", ...ask });
    expect([status, body.data]).toMatchObject([201, { status: "sending", reach: { total: 4, reachable: 2 } }]);
    await send();
    const sent = await get(body.data.id);
    expect(sent).toMatchObject({
      status: "sent",
      operation: { status: "done", done: 4 },
      result: { entered: 4, final: true, messages: { skipped: 1, failed: 1, captured: 2 } },
    });
    expect(sent.result.reasons).toMatchObject([
      { code: "no_address", people: 1 },
      { code: "suppressed", people: 1 },
    ]);
    // The figures stay when the messages are gone, and a second look changes nothing.
    await api.database.sql`delete from deliveries where journey_id = ${sent.journeyId}`;
    await settleBroadcasts(api);
    expect((await get(sent.id)).result).toEqual(sent.result);
    expect(await api.call(`POST /api/broadcasts/${sent.id}/stop`)).toMatchObject({ status: 409 });
    const list = await api.call<{ data: { id: string }[] }>("GET /api/broadcasts?search=autu");
    expect(list.body.data.map(({ id }) => id)).toEqual([sent.id]);
  });

  test("for a list names who is not known, or leaves them out", async () => {
    const list = { name: "List", contentId: "news", people: [{ userId: "ada" }, { userId: "nobody" }] };
    expect(await create(list)).toMatchObject({ status: 422, body: { errors: [{ field: "people.1.userId" }] } });
    const preview = await api.call("POST /api/broadcasts/preview", {
      body: { contentId: "news", people: list.people },
    });
    expect(preview.body).toMatchObject({ data: { total: 1, reachable: 1, unknown: 1 } });
    const { body } = await create({ ...list, unknown: "skip" });
    await send();
    expect(await get(body.data.id)).toMatchObject({
      status: "sent",
      result: { entered: 1, messages: { captured: 1 } },
    });
  });

  test("at one moment starts then, and stopped before reaches nobody", async () => {
    const startsAt = new Date(Date.now() + HOUR_MS).toISOString();
    const { body } = await create({ name: "Later", contentId: "news", everyone: true, startsAt });
    const { id } = body.data;
    await send();
    expect(await get(id)).toMatchObject({ status: "scheduled", startsAt, operation: { status: "waiting", total: 5 } });
    expect(await api.call(`POST /api/broadcasts/${id}/stop`)).toMatchObject({ body: { data: { status: "stopped" } } });
    expect((await api.call(`POST /api/broadcasts/${id}/stop`)).status).toBe(200);
    await later(api, 2 * HOUR_MS);
    await settleBroadcasts(api);
    expect(await get(id)).toMatchObject({ operation: { status: "cancelled" }, result: { entered: 0, final: true } });
  });

  test("at a local time reaches each person when it is that late there, and a stop takes back what waits", async () => {
    const localTime = `${new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)}T12:00`;
    const { body } = await create({ name: "Noon", contentId: "news", segmentId: "few", localTime });
    const { id, journeyId } = body.data;
    const noon = Date.parse(`${localTime}Z`);
    const queuedBy = async (at: number) => {
      await later(api, at - Date.now());
      const [row] = await api.database.sql<{ count: number }[]>`
        select count(*)::int as count from deliveries where journey_id = ${journeyId} and status = 'queued'`;
      return row?.count;
    };
    expect(await queuedBy(noon - 10 * HOUR_MS)).toBe(0);
    // It is noon in Tokyo nine hours before, in New York four or five hours after.
    expect(await queuedBy(noon - 8 * HOUR_MS)).toBe(1);
    expect(await get(id)).toMatchObject({ result: { entered: 4, final: false } });
    await api.call(`POST /api/broadcasts/${id}/stop`);
    await later(api, noon + 8 * HOUR_MS - Date.now());
    await settleBroadcasts(api);
    expect(await get(id)).toMatchObject({
      status: "stopped",
      result: { entered: 4, final: true, messages: { cancelled: 1 } },
    });
  });

  test("at a local time with a rate leaves evenly from that time on, and none is too late", async () => {
    const localTime = `${new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)}T12:00`;
    const people = ["ada", "carl"].map((userId) => ({ userId }));
    const { body } = await create({ name: "Slow noon", contentId: "news", people, localTime, perMinute: 1 });
    const { id, journeyId } = body.data;
    // Both live in New York, where it is noon four or five hours after it is in UTC.
    const noon = Date.parse(`${localTime}Z`) + 6 * HOUR_MS;
    await later(api, noon - Date.now());
    const sentBy = async (at: number) => {
      await runOutbox(createRuntime(api.database, { clock: { kind: "virtual", at: new Date(at) }, report: () => {} }));
      return (await get(id)).result.messages;
    };
    expect(await sentBy(noon)).toEqual({ captured: 1, queued: 1 });
    const [held] = await api.database.sql<{ error: string; days: number }[]>`
      select error, extract(epoch from expires_at - queued_at)::float8 / 86400 as days from deliveries
      where journey_id = ${journeyId} and status = 'queued'`;
    expect(held?.error).toContain("messages of this journey leave at a limited rate, 1 in a minute");
    expect(held?.days).toBeCloseTo(3 + 2 / 1_440, 5);
    expect(await sentBy(noon + MINUTE_MS)).toEqual({ captured: 2 });
  });

  test("that is throttled lets in no more people at once than a minute allows", async () => {
    const { body } = await create({ name: "Slow", contentId: "news", everyone: true, perMinute: 1 });
    await settle(api);
    expect(await get(body.data.id)).toMatchObject({ status: "sending", operation: { done: 1, total: 5 } });
    await later(api, 6 * MINUTE_MS);
    expect((await get(body.data.id)).operation).toMatchObject({ done: 5 });
  });

  test.each([
    ["two audiences", { contentId: "news", everyone: true, segmentId: "few" }, ""],
    ["no audience", { contentId: "news" }, ""],
    ["what is not there", { contentId: "gone", segmentId: "gone" }, "contentId segmentId"],
    ["what is no message to a person", { contentId: "call", everyone: true }, "contentId"],
    [
      "a time that is over everywhere",
      { contentId: "news", everyone: true, localTime: "2020-01-01T09:00" },
      "localTime",
    ],
    ["no day", { contentId: "news", everyone: true, localTime: "2099-02-31T10:00" }, "localTime"],
    ["no time", { contentId: "news", everyone: true, localTime: "2026-02-31T25:00" }, "localTime"],
    [
      "a rate that is none",
      { contentId: "news", everyone: true, localTime: "2099-01-01T09:00", perMinute: 0 },
      "perMinute",
    ],
  ])("is refused with %s", async (_, body, fields) => {
    const answer = await api.call<{ errors: { field: string }[] }>("POST /api/broadcasts", {
      body: { name: "No", ...body },
    });
    expect(answer.status).toBe(422);
    expect(
      answer.body.errors
        .map(({ field }) => field)
        .join(" ")
        .trim(),
    ).toBe(fields);
  });
});
